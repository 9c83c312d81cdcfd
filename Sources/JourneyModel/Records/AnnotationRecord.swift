/// Something that happened at a time and that readers of a chart should know: an outage, a new form.
public struct AnnotationRecord: Codable, Hashable, Comparable, Sendable {
    public var time: Timestamp
    public var service: String?
    public var text: String

    public init(time: Timestamp, service: String? = nil, text: String) {
        self.time = time
        self.service = service
        self.text = text
    }

    /// By time, then by what is said, so that a list of them has one order.
    public static func < (left: AnnotationRecord, right: AnnotationRecord) -> Bool {
        (left.time, left.service ?? "", left.text) < (right.time, right.service ?? "", right.text)
    }
}

extension Scope {
    /// Those of `annotations` that whoever reads a trend of `periods` in this scope should know, in order of time: within the
    /// periods and the range, known at the as-of time, and of a service that the filters keep, or of every service.
    public func annotations(_ annotations: some Sequence<AnnotationRecord>, on periods: [Period]) -> [AnnotationRecord]
    {
        guard let first = periods.min()?.range(in: zone).from, let end = periods.max()?.range(in: zone).to else {
            return []
        }
        let services = filters.filter { $0.dimension == Dimension.service }
        return annotations.filter { annotation in
            guard annotation.time >= first, annotation.time < end, range.contains(annotation.time) else { return false }
            if let asOf, annotation.time > asOf { return false }
            guard let service = annotation.service else { return true }
            return services.allSatisfy { $0.values.contains(service) != $0.isNegated }
        }.sorted()
    }

    /// The index of the period in which it happened; nil where that is before all of `periods`, which are in order of time.
    public func place(of annotation: AnnotationRecord, on periods: [Period]) -> Int? {
        let date = zone.date(at: annotation.time)
        return periods.lastIndex { $0.first <= date }
    }
}

extension RecordField {
    private static let number: UInt8 = 6

    public static let annotationTime = RecordField(number, "time", .time, isRequired: true, "when it happened")
    public static let annotationService = RecordField(number, "service", .text, "without it: every service")
    public static let annotationText = RecordField(number, "text", .text, isRequired: true, "what happened")
}

extension RecordKind {
    public static let annotations = RecordKind(
        6,
        "annotations",
        "Something that happened and that readers of a chart should know: an outage, a new form.",
        fields: [.annotationTime, .annotationService, .annotationText]
    )
}

extension AnnotationRecord: TypedRecord {
    public static var kind: RecordKind { .annotations }

    public init?(_ record: SideRecord) {
        guard let time = record.time(.annotationTime), let text = record.text(.annotationText) else { return nil }
        self.init(time: time, service: record.text(.annotationService), text: text)
    }

    public var values: [RecordValue] { [.of(time), .of(service), .text(text)] }
}

extension JourneyRecord {
    public static func annotation(_ record: AnnotationRecord) -> JourneyRecord { .side(record.record) }
}
