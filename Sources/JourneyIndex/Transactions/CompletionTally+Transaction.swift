import JourneyModel
import Tallies

extension CompletionTally {
    mutating func addStart() {
        started += 1
    }

    mutating func addCompletion(_ transaction: Transaction, rules: ServiceRules, spanStart: Int64) {
        if transaction.isAnonymous {
            anonymous += 1
        } else if let start = transaction.started {
            completed += 1
            if start < spanStart { startedBefore += 1 }
        } else if rules.starts(transaction.service, on: transaction.channel) {
            unmatched += 1
        } else {
            withoutStartPoint += 1
        }
        switch rules.kind(transaction.channel) {
        case .digital: digital += 1
        case nil: ofUnknownKind += 1
        default: break
        }
        if transaction.isSuccessful { successful += 1 }
    }
}
