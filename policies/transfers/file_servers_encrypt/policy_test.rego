package policies.transfers.file_servers_encrypt_test

import data.lib.fixtures
import data.policies.transfers.file_servers_encrypt as policy

base := {"transferType": "file-server", "protocols": ["SFTP"]}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("transfer", "test.transfer", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_ftp_is_a_finding if {
	fixtures.keys(found({"protocols": ["FTP", "SFTP"]}, {})) == {"ftp"}
}

test_sftp_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_ftps_is_just_outside if {
	fixtures.keys(found({"protocols": ["FTPS"]}, {})) == set()
}
