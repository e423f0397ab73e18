"""The formats that a CV may come in, each parsed in a child process with limits (`sandbox`); none touches the disk."""
