# Which known services stand behind the openings of a cause. The lists are parameters of the policies
# that judge them, so that adding a port to a list moves it to that policy.
package lib.services

lists := {
	"admin": data.params.exposure.no_admin_ports_from_internet.services,
	"management": data.params.exposure.no_management_plane_from_internet.services,
	"database": data.params.exposure.no_database_ports_from_internet.services,
	"file_sharing": data.params.exposure.no_file_sharing_from_internet.services,
	"plaintext": data.params.exposure.no_plaintext_services_from_internet.services,
}

# The services of a list that the openings reach, each narrowed to the ports that are open.
open(list, openings) := [service |
	some entry in list
	some opening in openings
	opening.protocol in {entry.protocol, "all"}
	opening.from <= entry.to
	opening.to >= entry.from
	service := {
		"name": entry.name,
		"protocol": entry.protocol,
		"from": max([opening.from, entry.from]),
		"to": min([opening.to, entry.to]),
	}
]

# Names of everything known that the openings reach, what matters most first.
names(openings) := [service.name |
	some category in ["admin", "management", "database", "file_sharing", "plaintext"]
	some service in open(lists[category], openings)
]
