/// What to do with what a store has already.
public struct ImportChoices: Hashable, Sendable {
    /// What becomes of an event whose id is known, and that says something else now.
    public enum Update: String, CaseIterable, Hashable, Sendable {
        /// The event stays as it is.
        case keep
        /// The event says what the newest import says.
        case newest
    }

    /// Stores the rows of a file that the store has already as well.
    public var again: Bool
    /// Takes out what the store has of the same file first, in the same step.
    public var replaces: Bool
    public var update: Update

    public init(again: Bool = false, replaces: Bool = false, update: Update = .keep) {
        self.again = again
        self.replaces = replaces
        self.update = update
    }
}

/// A file that the store has already: nothing was stored of it.
public struct RepeatedImport: Error, Hashable, Sendable {
    public enum Reason: Hashable, Sendable {
        /// The same bytes under another name or of another source.
        case otherName
        /// The same file, read in another way.
        case otherMapping
        /// What can be read once only is not known before it was read.
        case readOnce
    }

    public var reason: Reason
    /// What the file is called now, and what it was called.
    public var file: String
    public var batch: Int64
    public var knownFile: String?
    public var source: String

    public var message: String {
        let known = "batch \(batch)" + (knownFile.map { ", '\($0)'," } ?? "") + " of source '\(source)'"
        return switch reason {
        case .otherName: "'\(file)' is stored already: \(known) has the same bytes"
        case .otherMapping: "'\(file)' is stored already, read in another way: \(known)"
        case .readOnce: "'\(file)' is stored already: \(known); it can be read once only, and was not known before that"
        }
    }

    public var hint: String {
        switch reason {
        case .otherName:
            "nothing was stored; --again stores it all the same, --replace takes batch \(batch) out first"
        case .otherMapping:
            "nothing was stored; --replace takes batch \(batch) out and stores the file as it is read now, in one step"
        case .readOnce: "nothing was stored; put it into a file and name that with --again or --replace"
        }
    }
}
