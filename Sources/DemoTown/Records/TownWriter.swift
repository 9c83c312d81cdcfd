import JourneyModel

/// Turns what happens into records and counts what it costs. The one owner of the sink while a town is emitted.
final class TownWriter {
    private let sink: any RecordSink
    let calendar: TownCalendar
    /// Contacts by quarter, service and channel: what costs are counted on.
    var volumes: Volumes

    init(sink: any RecordSink, calendar: TownCalendar) {
        self.sink = sink
        self.calendar = calendar
        volumes = Volumes(quarters: calendar.quarter(of: calendar.end.advanced(by: -1)) + 1)
    }

    func take(_ record: JourneyRecord) throws {
        try sink.take(record)
    }

    /// - Parameters:
    ///   - number: the person's, which with `event`, a number within the person, makes the event's id.
    func write(_ moment: Moment, person: String?, number: Int, event: Int) throws {
        if let service = moment.service, let channel = moment.channel, calendar.contains(moment.time) {
            let quarter = calendar.quarter(of: moment.time)
            if moment.direction != nil { volumes.countContact(service, channel, quarter: quarter) }
            if moment.touchpoint.isEnd(of: service) { volumes.countCompletion(service, quarter: quarter) }
        }
        var record = EventRecord(time: moment.time, dimensions: dimensions(of: moment))
        record.eventID = "e" + String(number + 1) + "-" + String(event)
        record.person = person
        record.caseID = moment.caseID
        record.session = moment.session
        record.duration = moment.duration
        if let kind = moment.caseKind { record.traits = [NamedValue("case.kind", kind)] }
        // Desks and the post room key in what they took the same evening or the next day (D28).
        if let channel = moment.channel, channel == .post || channel == .counter, moment.direction == Direction.inbound
        {
            let late = moment.time.advanced(by: Milliseconds(4 + event % 20) * .hour)
            record.recorded = min(late, calendar.end.advanced(by: -1))
        }
        try sink.take(.event(record))
    }

    private func dimensions(of moment: Moment) -> [NamedValue] {
        var values: [NamedValue] = []
        values.reserveCapacity(8)
        values.append(NamedValue(Dimension.touchpoint, moment.touchpoint.rawValue))
        if let channel = moment.channel { values.append(NamedValue(Dimension.channel, channel.name)) }
        if let service = moment.service { values.append(NamedValue(Dimension.service, service.name)) }
        if let outcome = moment.outcome { values.append(NamedValue(Dimension.outcome, outcome)) }
        if let direction = moment.direction { values.append(NamedValue(Dimension.direction, direction)) }
        if let purpose = moment.purpose { values.append(NamedValue(Dimension.purpose, purpose)) }
        if let actor = moment.actor { values.append(NamedValue(Dimension.actor, actor)) }
        if let reason = moment.reason { values.append(NamedValue(Dimension.reason, reason)) }
        if let variant = moment.variant { values.append(NamedValue(Dimension.variant, variant)) }
        if moment.isRouted { values.append(NamedValue(Dimension.routing, "preference")) }
        if let tailored = moment.isTailored { values.append(NamedValue(Dimension.tailored, tailored ? "yes" : "no")) }
        if moment.asksAgain { values.append(NamedValue(Dimension.reask, "yes")) }
        return values
    }
}
