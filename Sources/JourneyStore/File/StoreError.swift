/// What can go wrong with a store. Each case has a message and a hint: what to do about it.
public enum StoreError: Error, Hashable, Sendable {
    /// There is no file at the path.
    case missing(path: String)
    /// There is something at the path, and it is no store; `detail` says what it is.
    case notAStore(path: String, detail: String)
    /// The store was written by a newer program; `version` is its schema's version.
    case newer(path: String, version: Int)
    /// The store is older than what this program reads; a writer brings it up to date.
    case older(path: String, version: Int)
    case notReadable(path: String)
    case notWritable(path: String)
    /// Somebody else is importing; `holder` names the process where the system tells.
    case busy(path: String, holder: String?)
    /// An import was cut off during its last step, and this user may not write the file to undo it.
    case interrupted(path: String)
    case damaged(path: String, detail: String)
    /// Its tables are not those that this program makes; `detail` says what is there instead.
    case altered(path: String, detail: String)
    case diskFull(path: String)
    /// Another program has set it to a write-ahead log, which takes files beside it that this user may not make.
    case logNotUsable(path: String)
    /// Somebody writes it in a way in which nobody else can read.
    case changing(path: String)
    /// A new file cannot take the store's place; `detail` says why.
    case notReplaceable(path: String, detail: String)
    /// Anything else that SQLite or the system says.
    case failed(path: String, detail: String)

    public var message: String {
        switch self {
        case .missing(let path): "there is no store at '\(path)'"
        case .notAStore(let path, let detail): "'\(path)' is not a store: \(detail)"
        case .newer(let path, let version):
            "the store '\(path)' was written by a newer cxm (schema \(version), this one knows \(Schema.version))"
        case .older(let path, let version):
            "the store '\(path)' is of an older form (schema \(version), this cxm reads \(Schema.version))"
        case .notReadable(let path): "the store '\(path)' may not be read by this user"
        case .notWritable(let path): "the store '\(path)' cannot be written"
        case .busy(let path, let holder):
            "the store '\(path)' is being written by \(holder ?? "another process")"
        case .interrupted(let path): "an import into '\(path)' was cut off and has to be undone first"
        case .damaged(let path, let detail): "the store '\(path)' is damaged: \(detail)"
        case .altered(let path, let detail): "the store '\(path)' was changed by another program: \(detail)"
        case .diskFull(let path): "no space is left on the disk of '\(path)'"
        case .logNotUsable(let path):
            "the store '\(path)' has a write-ahead log, and the files that go with it cannot be used by this user"
        case .changing(let path): "the store '\(path)' was changed while it was read"
        case .notReplaceable(let path, let detail): "the store '\(path)' cannot be written anew: \(detail)"
        case .failed(let path, let detail): "the store '\(path)' could not be used: \(detail)"
        }
    }

    public var hint: String {
        switch self {
        case .missing: "name another file, or make it with: cxm import FILE --store STORE"
        case .notAStore: "name another file; this one was left as it is"
        case .newer: "install the newer cxm; the store was left as it is"
        case .older: "import into it once with this cxm, which brings it up to date"
        case .notReadable: "ask its owner for the right to read it"
        case .notWritable:
            "this writes the file and its folder: check the rights of both, or copy the store elsewhere"
        case .busy: "wait until that is done and try again"
        case .interrupted: "let its owner run any cxm command on it once; nothing that was stored before is lost"
        case .damaged: "restore it from a copy, or import the files again into a new store"
        case .altered:
            "nothing of it was used; restore it from a copy, take back with sqlite3 what was changed, or import the files again"
        case .diskFull: "make room and run the command again; the store is as it was before"
        case .logNotUsable:
            "let its owner end the log, as every cxm import does, or copy the store with its -wal to a folder of your own"
        case .changing: "try again when the other program is done"
        case .notReplaceable: "let its owner do it, on a file that has one name only; nothing was changed"
        case .failed: "try again; if it stays, copy the store to another disk and look at it with sqlite3"
        }
    }
}
