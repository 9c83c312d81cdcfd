import Foundation

/// Makes the calling thread open files as the user `nobody`, where the tests run as root, whom no permission stops.
/// Linux has a file-system user for each thread; the rest of the process stays as it is.
public enum OtherUser {
    private typealias SetUser = @convention(c) (UInt32) -> Int32

    private static let setUser: SetUser? = dlsym(nil, "setfsuid").map { unsafeBitCast($0, to: SetUser.self) }
    private static let nobody: UInt32 = 65534

    /// Whether there is somebody else to be: only root can be another, and what belongs to oneself one may always open.
    public static var isAvailable: Bool { geteuid() == 0 && setUser != nil }

    public static func run(_ body: () throws -> Void) rethrows {
        guard isAvailable, let setUser else { return try body() }
        _ = setUser(nobody)
        defer { _ = setUser(0) }
        try body()
    }
}
