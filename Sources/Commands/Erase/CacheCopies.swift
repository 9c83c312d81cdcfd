import Foundation
import JourneyIndex
import JourneyModel
import OwnFiles

/// What other users' cache folders may have of a store: an index of their own, where they may not write beside it, and the
/// last frame of a dashboard.
struct CacheCopies {
    var stamp: StoreStamp

    /// Takes away those that this user may: the administrator everybody's, and nobody else any but their own.
    ///
    /// - Returns: what was taken away and where more may be, a sentence each.
    func remove() -> [String] {
        var sentences: [String] = []
        for user in FileUser.current == FileUser.administrator ? CacheUser.others : [] where remove(of: user) {
            sentences.append("what \(user.name) had of the store in \(user.cache) was taken away")
        }
        let number = String(stamp.store, radix: 16)
        sentences.append(
            """
            whoever else opened the store may have its figures and ids as they were, in ~/.cache/cxm (index-\(number), \
            last-\(number)), until they next open it; exports, recordings and backups stay as they are
            """
        )
        return sentences
    }

    private func remove(of user: CacheUser) -> Bool {
        let index = IndexFolder(
            "\(user.cache)/index-\(String(stamp.store, radix: 16))",
            store: stamp.store,
            of: user.number
        )
        let hadIndex = index.isThere
        index.remove()
        let hadFrame = LastFrame.remove(folder: user.cache, stamp: stamp, of: user.number)
        return hadIndex && !index.isThere || hadFrame
    }
}

/// A user of this machine, with a home.
private struct CacheUser {
    var name: String
    var number: UInt32
    var cache: String

    /// All but who runs the program.
    static var others: [CacheUser] {
        var users: [CacheUser] = []
        setpwent()
        defer { endpwent() }
        while let entry = getpwent()?.pointee {
            let home = String(cString: entry.pw_dir)
            guard entry.pw_uid != FileUser.current, home.hasPrefix("/"), home != "/" else { continue }
            let name = String(cString: entry.pw_name)
            users.append(CacheUser(name: name, number: entry.pw_uid, cache: home + "/.cache/cxm"))
        }
        return users
    }
}
