/// Something that happened at a time and that readers of a chart should know: an outage, a new form.
public struct AnnotationRecord: Hashable, Sendable {
    public var time: Timestamp
    public var service: String?
    public var text: String

    public init(time: Timestamp, service: String? = nil, text: String) {
        self.time = time
        self.service = service
        self.text = text
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
