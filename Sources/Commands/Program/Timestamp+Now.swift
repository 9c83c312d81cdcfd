import Foundation
import JourneyModel

extension Timestamp {
    /// The clock, read here and nowhere below: the other modules are told what time it is.
    static var now: Timestamp {
        Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    }
}
