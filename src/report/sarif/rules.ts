import type { ReportingDescriptor } from "sarif";
import type { PolicyMeta } from "../../model/index.js";
import { webAddress } from "../references.js";
import { visible, visibleDeep } from "../visible.js";
import { LEVEL, SECURITY_SEVERITY } from "./levels.js";
import { sentence } from "./message.js";

// GitHub cuts both descriptions at 1024 characters and a name at 255.
const MAX_DESCRIPTION = 960;
const MAX_NAME = 255;
const MAX_TAGS = 20;

/** A policy as the metadata of a SARIF rule. */
export function ruleOf(meta: PolicyMeta): ReportingDescriptor {
  const helpUri = meta.references.map(webAddress).find((address) => address !== undefined);
  const severity = SECURITY_SEVERITY[meta.severity];
  return {
    id: visible(meta.id),
    name: pascal(meta.id).slice(0, MAX_NAME),
    shortDescription: { text: sentence(meta.title, MAX_DESCRIPTION) },
    fullDescription: { text: sentence(meta.description || meta.title, MAX_DESCRIPTION) },
    help: { text: helpText(meta), markdown: helpMarkdown(meta) },
    ...(helpUri === undefined ? {} : { helpUri }),
    defaultConfiguration: { level: LEVEL[meta.severity] },
    properties: {
      tags: tagsOf(meta),
      precision: "very-high",
      ...(severity === undefined ? {} : { "security-severity": severity }),
      controls: visibleDeep(meta.controls),
    },
  };
}

function tagsOf(meta: PolicyMeta): string[] {
  const area = meta.id.split("/")[0] ?? "";
  const frameworks = Object.keys(meta.controls).sort();
  const tags = ["security", area, meta.subject, ...frameworks, ...meta.types];
  return [...new Set(tags.map(visible).filter((tag) => tag !== ""))].slice(0, MAX_TAGS);
}

function helpText(meta: PolicyMeta): string {
  const parts = [
    sentence(meta.description || meta.title),
    `What to do: ${sentence(meta.remediation || "see the references")}`,
  ];
  if (meta.references.length > 0) parts.push(`References: ${meta.references.map(visible).join(" , ")}`);
  return parts.join("\n\n");
}

function helpMarkdown(meta: PolicyMeta): string {
  const parts = [
    escapeMarkdown(meta.description || meta.title),
    `**What to do:** ${escapeMarkdown(meta.remediation || "see the references")}`,
  ];
  const links = meta.references.map(webAddress).filter((address) => address !== undefined);
  if (links.length > 0) parts.push(`**References**\n\n${links.map((link) => `- <${link}>`).join("\n")}`);
  const controls = Object.entries(meta.controls).map(
    ([framework, ids]) => `- ${escapeMarkdown(framework)}: ${escapeMarkdown(ids.join(", "))}`,
  );
  if (controls.length > 0) parts.push(`**Controls**\n\n${controls.join("\n")}`);
  parts.push(`Policy \`${visible(meta.id).replaceAll("`", "")}\``);
  return parts.join("\n\n");
}

function escapeMarkdown(text: string): string {
  return visible(text).replace(/[\\`*_[\]<>#|]/g, "\\$&");
}

function pascal(id: string): string {
  const words = (id.split("/").at(-1) ?? id).split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("") || "Policy";
}
