"""Pictures of what the texts say, drawn from the data at build time: each is a table or a list that is also read as one."""
