internal import Foundation
internal import JourneyModel

/// What one import says of an event, by name: what was said before or after it is kept as this, so that an import can be
/// taken out again.
struct EventVersion: Codable, Equatable {
    var time: Int64
    var end: Int64?
    var recorded: Int64?
    var sequence: Int64?
    var duration: Int64?
    var cost: Double?
    var person: String?
    var caseID: String?
    var session: String?
    /// A JSON object.
    var attributes: String?
    var dimensions: [String: String] = [:]

    /// Of what a table of the store has.
    init(_ content: EventContent, _ names: (NameKind, Int32) throws -> String?) throws {
        time = content.time
        end = content.end
        recorded = content.recorded
        sequence = content.sequence
        duration = content.duration
        cost = content.cost
        person = try names(.people, content.person)
        caseID = try names(.cases, content.caseID)
        session = try names(.sessions, content.session)
        attributes = content.attributes
        for value in content.dimensions {
            guard let name = try names(.dimensions, value.dimension) else { continue }
            dimensions[name] = try names(.values(value.dimension), value.code)
        }
    }

    /// What a number stands for.
    enum NameKind: Hashable {
        case people, cases, sessions, dimensions
        case values(Int32)

        /// Finds a name by its number.
        var sql: String {
            switch self {
            case .people: "SELECT name FROM people WHERE id = ?1"
            case .cases: "SELECT name FROM cases WHERE id = ?1"
            case .sessions: "SELECT name FROM sessions WHERE id = ?1"
            case .dimensions: "SELECT name FROM dimensions WHERE id = ?1"
            case .values(let dimension):
                "SELECT value FROM dimension_values WHERE dimension = \(dimension) AND code = ?1"
            }
        }
    }

    var text: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    /// - Throws: `RowFault` where it is none.
    static func read(_ text: String, event: Int64) throws -> EventVersion {
        guard let version = try? JSONDecoder().decode(EventVersion.self, from: Data(text.utf8)),
            ValueRule.times.contains(version.time), version.cost?.isFinite ?? true
        else { throw RowFault(table: "event_versions", row: event, "'content' is no content of an event") }
        return version
    }
}
