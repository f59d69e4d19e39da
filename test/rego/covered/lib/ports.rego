package lib.ports

known := {22: "ssh", 23: "telnet", 80: "http"}

name(port) := known[port] if known[port]

else := "privileged" if {
	port >= 0
	port < 1024
}

else := "ephemeral" if {
	port > 49151
} else := "other"

within(port, opening) if {
	opening.from <= port
	port <= opening.to
}

never(port) if {
	port < 0
	port > 65535
}
