/// Whoever takes what a reader finds: the store's import, or a dry run that only counts.
public protocol RecordSink: AnyObject {
    /// Whether the events of a table that have no id are to be known by their row as it stood in the file, whatever a mapping makes
    /// of it; else by what was made of it.
    var knowsRowsByCells: Bool { get }
    /// - Throws: where the record cannot be kept at all (disk full); what is wrong with one record is a reject.
    func take(_ record: JourneyRecord) throws
    /// Many events at once, as a reader of large tables finds them.
    func take(_ batch: EventBatch) throws
    func reject(_ reject: Reject) throws
    /// A row that is kept, but for optional values of it that cannot be read.
    func partial(_ reject: Reject) throws
}

extension RecordSink {
    /// Where nobody asks what was left out, the row is all that counts.
    public func partial(_ reject: Reject) throws {}
}

extension RecordSink {
    public var knowsRowsByCells: Bool { false }
}
