import JourneyModel

/// One reader, and inputs to begin with. It must return for any bytes: a wrong one is refused by throwing, which is caught.
struct Target: Sendable {
    let name: String
    let seeds: @Sendable () throws -> [[UInt8]]
    var prepare: @Sendable () throws -> Void = {}
    /// Reads the bytes; errors are fine, ends of the process are not.
    let read: @Sendable ([UInt8]) throws -> Void

    func run(_ bytes: [UInt8]) {
        do { try read(bytes) } catch {
            // Refused, as it should be.
        }
    }

    /// The table of all targets: a new reader needs a line here and a file beside this one.
    static let all: [Target] = [
        toml, mapping, declarations, theme, settings, views, csv, xes, gzip, proposal, manifest, answers, index, store,
        expressions,
        times, keys,
    ]
}

/// Takes what a reader finds, and forgets it.
final class Forget: RecordSink {
    func take(_ record: JourneyRecord) {}
    func take(_ batch: EventBatch) {}
    func reject(_ reject: Reject) {}
}

/// A property that must hold whatever is read.
func require(_ condition: Bool, _ message: @autoclosure () -> String) {
    precondition(condition, message())
}

func texts(_ texts: String...) -> @Sendable () -> [[UInt8]] {
    { texts.map { Array($0.utf8) } }
}
