/** A way to become roles by what identity policies allow. */
export interface DoorKind {
  readonly how: "assumes" | "passes" | "rewrites" | "commands";
  /** Done to each role, or to what has it. */
  readonly action: string;
  /** One of these has to be allowed too, on something new of that name. */
  readonly creating: readonly { readonly action: string; readonly resource: string }[];
  /** Of roles that are passed: the services that take them, as roles trust them. */
  readonly services: readonly string[];
}

/** A name that no policy writes out. */
const NEW = "causeway-any-name";

function passing(services: readonly string[], creating: readonly (readonly [string, string])[]): DoorKind {
  return {
    how: "passes",
    action: "iam:PassRole",
    services,
    creating: creating.map(([action, resource]) => ({
      action,
      resource: `${action.slice(0, action.indexOf(":"))}:us-east-1:${resource}`,
    })),
  };
}

const plain = (how: DoorKind["how"], action: string): DoorKind => ({
  how,
  action,
  creating: [],
  services: [],
});

/**
 * What makes a role somebody else's: taking it, giving it to something new that does as its maker says
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html), or changing what has it already.
 */
export const DOORS: readonly DoorKind[] = [
  plain("assumes", "sts:AssumeRole"),
  passing(["ec2.amazonaws.com", "ec2.amazonaws.com.cn"], [["ec2:RunInstances", `instance/${NEW}`]]),
  passing(["lambda.amazonaws.com"], [["lambda:CreateFunction", `function:${NEW}`]]),
  passing(["cloudformation.amazonaws.com"], [["cloudformation:CreateStack", `stack/${NEW}/1`]]),
  passing(
    ["ecs-tasks.amazonaws.com"],
    [
      ["ecs:RunTask", `task-definition/${NEW}:1`],
      ["ecs:CreateService", `service/${NEW}/${NEW}`],
    ],
  ),
  passing(["codebuild.amazonaws.com"], [["codebuild:CreateProject", `project/${NEW}`]]),
  passing(["glue.amazonaws.com"], [["glue:CreateJob", `job/${NEW}`]]),
  passing(["sagemaker.amazonaws.com"], [["sagemaker:CreateNotebookInstance", `notebook-instance/${NEW}`]]),
  passing(["datapipeline.amazonaws.com"], [["datapipeline:CreatePipeline", "*"]]),
  plain("rewrites", "lambda:UpdateFunctionCode"),
  plain("commands", "ssm:SendCommand"),
  plain("commands", "ssm:StartSession"),
];
