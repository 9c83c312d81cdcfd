extension StagedBytes {
    /// Passes over what follows an event's fixed part.
    mutating func skipRest(of event: StagedEvent) {
        let fields = StagedFields(rawValue: event.fields)
        let numbers: [StagedFields] = [.end, .recorded, .sequence, .duration, .cost]
        skip(
            (Int(event.dimensions) + Int(event.traits)) * MemoryLayout<StagedValue>.size
                + numbers.count(where: fields.contains) * MemoryLayout<Int64>.size
        )
        if fields.contains(.eventID) { _ = takeText() }
        if fields.contains(.attributes) { _ = takeText() }
    }

    /// The next event's fixed part, whatever stands before it; nil at the end. Leaves the rest of the event behind.
    mutating func nextEvent() -> StagedEvent? {
        while !isAtEnd {
            switch StagedKind(rawValue: take(UInt8.self)) {
            case .event:
                let event = take(StagedEvent.self)
                skipRest(of: event)
                return event
            case .side: skipSideRow()
            case .trait: skip(SideWriter.traitSize)
            case .role:
                _ = takeText()
                _ = take(Bool.self)
                _ = takeText()
                _ = takeText()
            case .channelKind:
                _ = takeText()
                _ = takeText()
            case nil: return nil
            }
        }
        return nil
    }

    private mutating func skipSideRow() {
        guard let table = SideTable(rawValue: take(UInt8.self)) else { return }
        skip(MemoryLayout<UInt64>.size + MemoryLayout<UInt16>.size)
        for _ in table.columns {
            switch StagedType(rawValue: take(UInt8.self)) {
            case .integer, .real: skip(MemoryLayout<Int64>.size)
            case .person: skip(MemoryLayout<Int32>.size)
            case .text: _ = takeText()
            case .null, nil: break
            }
        }
    }
}
