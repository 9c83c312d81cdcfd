extension String {
    /// At most the first `count` characters.
    func start(_ count: Int) -> String {
        // Every character is a byte at least: what has no more bytes needs not be read.
        utf8.count <= count ? self : String(prefix(count))
    }
}
