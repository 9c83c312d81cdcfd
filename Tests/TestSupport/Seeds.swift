import Foundation

/// How many random inputs a test tries. `CXM_SEEDS=10` tries ten times as many: for before a release, or after a change of what
/// they hold.
public enum Seeds {
    private static let factor = max(1, ProcessInfo.processInfo.environment["CXM_SEEDS"].flatMap(Int.init) ?? 1)

    /// As many as the whole suite has time for, or a multiple: the same first ones each time.
    public static func first(_ count: Int) -> Range<Int> { 0..<(count * factor) }
}
