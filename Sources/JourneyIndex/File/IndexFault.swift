import OwnFiles

/// Why an index cannot be used. None of these loses anything: the index is made anew from the store.
public enum IndexFault: Error, Hashable, Sendable {
    /// There is none.
    case missing
    /// It is of another store, or of another state of this one.
    case stale
    /// A program of another version wrote it.
    case otherFormat
    /// Bytes are missing or have been changed; says which.
    case damaged(String)
    /// It does not know enough to be brought up to date, as when ids that were merged are told apart again.
    case unfit
    /// Events mean a person, case, session or value that the store does not have; says which.
    case unknownCode(String)
    /// The place for it cannot be written to; says why.
    case notWritable(String)
    /// Something that is not ours has its name: it is left as it is. Says what it is.
    case foreign(String)

    /// Where writing was wanted.
    static func writing(_ fault: FileFault) -> IndexFault { .notWritable(fault.text) }

    /// Where a file of an index was wanted, to be read.
    static func reading(_ fault: FileFault) -> IndexFault { fault.isMissing ? .missing : .damaged(fault.text) }
}
