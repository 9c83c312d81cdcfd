import Foundation

/// The program's own file.
enum Executable {
    /// Its path with links resolved, so that what is installed beside it is found; nil where the system does not say.
    static var path: String? {
        Bundle.main.executableURL?.resolvingSymlinksInPath().path
    }
}
