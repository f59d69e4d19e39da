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
	some opening in spread(openings)
	some entry in list
	entry.to >= opening.from
	entry.from <= opening.to
	entry.protocol == opening.protocol
	service := {
		"name": entry.name,
		"protocol": entry.protocol,
		"from": max([opening.from, entry.from]),
		"to": min([opening.to, entry.to]),
	}
]

# What the openings reach, by list.
reached(openings) := {category: open(list, openings) | some category, list in lists}

# Names of everything known that the openings reach: the first two of each list, which matter most, and then
# all of them.
names(openings) := array.concat(heads, [name | some found in groups; some name in found]) if {
	groups := [found |
		some category in ["admin", "database", "management", "file_sharing", "plaintext"]
		found := names_of(lists[category], spread(openings))
	]
	heads := [name | some found in groups; some name in array.slice(found, 0, 2)]
}

names_of(list, openings) := [entry.name |
	some entry in list
	some opening in openings
	entry.to >= opening.from
	entry.from <= opening.to
	entry.protocol == opening.protocol
]

# An opening for every protocol is one for TCP and one for UDP, as far as services go.
spread(openings) := openings if {
	every opening in openings {
		opening.protocol != "all"
	}
} else := [
	{"protocol": "tcp", "from": 0, "to": 65535},
	{"protocol": "udp", "from": 0, "to": 65535},
]
