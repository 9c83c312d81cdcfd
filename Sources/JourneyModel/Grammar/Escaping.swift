/// `text` with a backslash before each of the `special` characters.
func escaped(_ text: String, _ special: String) -> String {
    String(text.flatMap { special.contains($0) ? ["\\", $0] : [$0] })
}
