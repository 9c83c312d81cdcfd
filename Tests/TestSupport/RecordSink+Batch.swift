public import JourneyModel

extension RecordSink {
    /// One by one, for a test that looks at records.
    public func take(_ batch: EventBatch) throws {
        for index in 0..<batch.count { try take(.event(batch.record(index))) }
    }
}
