import { shareResource } from "../../stores/file-share.js";

/** https://docs.aws.amazon.com/storagegateway/latest/APIReference/API_DescribeNFSFileShares.html */
export const nfsFileShares = shareResource("NFS");
