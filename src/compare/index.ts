export { compareReports } from "./compare-reports.js";
