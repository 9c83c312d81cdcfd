public import Foundation

/// Who may look into what is made, and whose it is: the user's alone, or as some file is.
public struct Rights: Hashable, Sendable {
    /// Of a file; a folder's follow from them.
    public let file: mode_t
    private let owner: uid_t?
    private let group: gid_t?

    /// Whether whatever the system makes of them holds.
    private let isUsual: Bool

    /// For the user alone.
    public static let ownerOnly = Rights(file: 0o600, owner: nil, group: nil)
    /// As whatever the user makes.
    public static let usual = Rights(file: 0o666, owner: nil, group: nil, isUsual: true)

    private init(file: mode_t, owner: uid_t?, group: gid_t?, isUsual: Bool = false) {
        self.isUsual = isUsual
        self.file = file
        self.owner = owner
        self.group = group
    }

    /// Those of a file: what is made is for the same people.
    public init(of status: FileStatus) {
        self.init(file: 0o600 | status.mode & 0o666, owner: status.owner, group: status.group)
    }

    /// With which a file is made: others get theirs when it is known whose it is.
    var whenMade: mode_t { isUsual ? file : 0o600 }

    /// Who may read a file may enter a folder.
    public var folder: mode_t { 0o700 | file | (file & 0o444) >> 2 }

    /// Sets them on what this program has made, or on what is its own and has other ones. Whose group cannot be set, to
    /// that group nothing is given; who may not set anything changes nothing.
    ///
    /// - Returns: whether they hold now, or are narrower.
    @discardableResult
    func set(on descriptor: Int32, _ status: FileStatus) -> Bool {
        if isUsual { return true }
        let user = FileUser.current
        guard status.owner == user || user == FileUser.administrator else { return isWithin(status) }
        var group = status.group
        if let wanted = self.group, wanted != group {
            if fchown(descriptor, uid_t.max, wanted) == 0 { group = wanted }
        }
        if user == FileUser.administrator, let owner, owner != status.owner { fchown(descriptor, owner, gid_t.max) }
        let mode = mode(of: status.kind, group: group)
        // Changing an owner may have changed the rights.
        return status.mode == mode && group == status.group || fchmod(descriptor, mode) == 0
    }

    /// Whether nobody may do more with it than these say.
    public func isWithin(_ status: FileStatus) -> Bool {
        status.mode & 0o777 & ~mode(of: status.kind, group: status.group) == 0
    }

    /// Whether it has them already.
    public func isExactly(_ status: FileStatus) -> Bool {
        status.mode & 0o777 == mode(of: status.kind, group: status.group) && (group == nil || group == status.group)
    }

    /// Whether nobody may write to it who may not by these.
    public func isWrittenWithin(_ status: FileStatus) -> Bool {
        status.mode & 0o022 & ~mode(of: status.kind, group: status.group) == 0
    }

    private func mode(of kind: FileStatus.Kind, group: gid_t) -> mode_t {
        let mode = kind == .folder ? folder : file
        return self.group == nil || self.group == group ? mode : mode & ~0o070
    }
}
