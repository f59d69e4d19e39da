import { shareResource } from "../../stores/file-share.js";

/** https://docs.aws.amazon.com/storagegateway/latest/APIReference/API_DescribeSMBFileShares.html */
export const smbFileShares = shareResource("SMB");
