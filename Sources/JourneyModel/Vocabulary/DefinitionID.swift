/// The id of a rule in the definitions: what a number means. Texts are in `Definition`.
public enum DefinitionID: String, CaseIterable, Codable, Hashable, Sendable {
    case d0 = "D0"
    case d1 = "D1"
    case d2 = "D2"
    case d3 = "D3"
    case d4 = "D4"
    case d5 = "D5"
    case d6 = "D6"
    case d7 = "D7"
    case d9 = "D9"
    case d10 = "D10"
    case d12 = "D12"
    case d13 = "D13"
    case d14 = "D14"
    case d15 = "D15"
    case d16 = "D16"
    case d17 = "D17"
    case d18 = "D18"
    case d20 = "D20"
    case d21 = "D21"
    case d22 = "D22"
    case d23 = "D23"
    case d24 = "D24"
    case d25 = "D25"
    case d26 = "D26"
    case d27 = "D27"
    case d28 = "D28"
}

extension DefinitionID {
    /// The rule with those that its words lean on, so that a receipt has all of them.
    public var foundations: [DefinitionID] {
        switch self {
        case .d3: [.d3, .d2, .d1]
        case .d9: [.d9, .d10, .d1]
        case .d13: [.d13, .d12]
        case .d14: [.d14, .d13, .d12]
        case .d16: [.d16, .d17]
        case .d18: [.d18, .d10]
        case .d20: [.d20, .d10, .d1]
        case .d21: [.d21, .d12]
        default: [self]
        }
    }
}
