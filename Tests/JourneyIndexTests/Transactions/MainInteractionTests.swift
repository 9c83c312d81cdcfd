import JourneyIndex
import JourneyModel
import TestSupport
import Testing

@Suite("D13: the channel of a transaction is that of its main interaction")
struct MainInteractionTests {
    /// What happened, where, and who did it.
    struct Step: Sendable {
        var touchpoint: String
        var channel: String?
        var direction: String? = "inbound"
        var actor: String?
        var outcome: String?

        init(
            _ touchpoint: String,
            _ channel: String?,
            direction: String? = "inbound",
            actor: String? = nil,
            outcome: String? = nil
        ) {
            (self.touchpoint, self.channel, self.direction) = (touchpoint, channel, direction)
            (self.actor, self.outcome) = (actor, outcome)
        }
    }

    struct Story: Sendable {
        var title: String
        var channel: String?
        var steps: [Step]
        var roles: [String: TouchpointRole] = ["start": .start, "submit": .submit]
    }

    private static let letter = Step("decision", "post", direction: "outbound", outcome: "granted")

    private static let stories = [
        Story(
            title: "applied online, decided by letter",
            channel: "web",
            steps: [Step("start", "web"), Step("submit", "web"), letter]
        ),
        Story(
            title: "no role for what is submitted",
            channel: "app",
            steps: [Step("start", "web"), Step("submit", "app"), letter],
            roles: ["start": .start]
        ),
        Story(
            title: "no start either",
            channel: "web",
            steps: [Step("form", "web"), letter],
            roles: [:]
        ),
        Story(
            title: "a directionless decision of staff, and a notice by a system",
            channel: "web",
            steps: [
                Step("start", "web"), Step("form", "web"), Step("notice", "sms", direction: nil, actor: "System"),
                Step("decision", "counter", direction: nil, actor: "staff", outcome: "granted"),
            ],
            roles: ["start": .start]
        ),
        Story(
            title: "asked by phone after submitting",
            channel: "web",
            steps: [Step("start", "web"), Step("submit", "web"), Step("call", "phone"), letter]
        ),
        Story(
            title: "begun online, handed in at the counter",
            channel: "counter",
            steps: [Step("start", "web"), Step("submit", "counter"), Step("status", "web"), letter]
        ),
        Story(
            title: "given up online, typed in by staff on the phone",
            channel: "phone",
            steps: [
                Step("start", "web"), Step("form", "web"), Step("submit", "phone", direction: nil, actor: "staff"),
                Step("check", "counter", direction: nil, actor: "staff"), letter,
            ]
        ),
        Story(
            title: "made by staff from the first step to the last",
            channel: "counter",
            steps: [
                Step("form", "counter", direction: nil, actor: "staff"),
                Step("done", "counter", direction: nil, actor: "staff", outcome: "completed"),
            ],
            roles: [:]
        ),
        Story(title: "nothing but a letter", channel: nil, steps: [letter], roles: [:]),
        Story(
            title: "what has no channel decides nothing",
            channel: "web",
            steps: [Step("start", "web"), Step("submit", nil), letter]
        ),
        Story(
            title: "after it was completed nothing decides any more",
            channel: "web",
            steps: [Step("start", "web"), Step("done", "web", outcome: "completed"), Step("form", "counter")],
            roles: ["start": .start]
        ),
    ]

    /// Twelve persons with the same story, an hour a step; the last comes five days later.
    private func store(_ story: Story, cases: Bool) -> SnapshotBuilder {
        var builder = SnapshotBuilder()
        for person in 0..<12 {
            for (number, step) in story.steps.enumerated() {
                var dimensions = ["service": "tax"]
                dimensions["channel"] = step.channel
                dimensions["direction"] = step.direction
                dimensions["actor"] = step.actor
                dimensions["outcome"] = step.outcome
                let wait: Milliseconds = number == story.steps.count - 1 ? 5 * .day : 0
                builder.add(
                    person: "p\(person)",
                    case: cases ? "c\(person)" : nil,
                    time: Int64(person) * .day + Int64(number) * .hour + wait,
                    step.touchpoint,
                    dimensions
                )
            }
        }
        builder.add(person: "z", time: 200 * .day, "info", ["service": "bins", "channel": "web"])
        builder.side = story.roles.sorted { $0.key < $1.key }.map {
            .touchpointRole(touchpoint: $0.key, service: nil, role: $0.value)
        }
        return builder
    }

    @Test("take-up, channels, lost attempts and maturity agree", arguments: stories, [true, false])
    func agree(story: Story, cases: Bool) async throws {
        let analyst = ColumnarAnalyst(store(story, cases: cases).snapshot())
        let channels = try await analyst.answer(ChannelsQuery())
        let completed = Dictionary(uniqueKeysWithValues: channels.totals.map { ($0.channel, $0.completed ?? 0) })
        #expect(completed.filter { $0.value > 0 } == [story.channel ?? Dimension.notSet: 12], "\(story.title)")
        let kind = story.channel.flatMap { Channel.kind(ofName: $0) }
        let takeUp = try await analyst.answer(IndicatorsQuery()).overall.takeUp
        #expect(takeUp.value == (kind == nil ? nil : kind == .digital ? 1 : 0), "\(story.title)")
        let notOnline = try await analyst.answer(SubjectsQuery(group: .notOnline(service: "tax"))).total
        #expect(notOnline == (kind == .digital ? 0 : 12), "\(story.title)")
        let contacts = try await analyst.answer(ContactsQuery())
        let lost = contacts.services.reduce(0) { $0 + $1.lostDigital }
        let beginsOnline = story.roles["start"] != nil
        #expect(lost == (beginsOnline && kind != .digital ? 12 : 0), "\(story.title)")
        let criteria = try await analyst.answer(MaturityQuery()).stages.flatMap(\.criteria)
        let found = Dictionary(uniqueKeysWithValues: criteria.map { ($0.id, $0) })
        // Of two services one completes anything, and on one channel.
        #expect(found[.e1]?.value == (kind == .digital ? 0.5 : 0), "\(story.title)")
        #expect(found[.o5]?.value == 0)
        if kind == .digital { #expect(found[.e3]?.n == 12, "\(story.title)") }
    }

    @Test("three channels that can complete are three on which people applied, however it was decided")
    func sameOutcome() async throws {
        var builder = SnapshotBuilder()
        for (number, channel) in ["web", "phone", "counter"].enumerated() {
            let own = ["service": "tax", "channel": channel, "direction": "inbound"]
            builder.add(person: "p\(number)", time: 0, "start", own)
            builder.add(person: "p\(number)", time: .hour, "submit", own)
            let letter = ["service": "tax", "channel": "post", "direction": "outbound", "outcome": "granted"]
            builder.add(person: "p\(number)", time: 5 * .day, "decision", letter)
        }
        builder.add(person: "z", time: 200 * .day, "info", ["service": "tax", "channel": "web"])
        builder.side = [
            .touchpointRole(touchpoint: "start", service: nil, role: .start),
            .touchpointRole(touchpoint: "submit", service: nil, role: .submit),
        ]
        let result = try await ColumnarAnalyst(builder.snapshot()).answer(MaturityQuery())
        #expect(result.stages.flatMap(\.criteria).first { $0.id == .o5 }?.value == 1)
    }
}
