import ArgumentParser
import JourneyStore

/// What `--update` takes.
enum UpdateChoice: String, CaseIterable, ExpressibleByArgument {
    case keep, newest

    var update: ImportChoices.Update {
        switch self {
        case .keep: .keep
        case .newest: .newest
        }
    }
}
