/// What `cxm --version` says.
enum Version {
    static let text = "cxm 0.1.0"
}
