/// What a screen remembers: for the session, or for a place until one goes back. A named view holds it under keys of its
/// own, and undoing brings it back. Each screen that remembers something declares a type of its own.
protocol ScreenState: ErasedValue {
    /// As in a dashboard just opened.
    init()

    /// The keys of a view that say it.
    static var viewKeys: [ViewEntry.Key] { get }

    /// What a view says of it.
    ///
    /// - Throws: `ViewEntry.Problem` where that cannot be understood.
    init(_ entry: ViewEntry) throws(ViewEntry.Problem)

    /// Puts it into a view; what is usual is left out.
    func write(to entry: inout ViewEntry)

    /// What is different from `before`, in the words of one line.
    func changes(since before: Self, _ state: DashboardState) -> [String]

    /// What the line about a view says of it, before and after the order of the rows.
    var summary: (before: [String], after: [String]) { get }
}

extension ScreenState {
    var summary: (before: [String], after: [String]) { ([], []) }

    fileprivate func changes(in now: ScreenStates, _ state: DashboardState) -> [String] {
        let value = now[Self.self]
        return value == self ? [] : value.changes(since: self, state)
    }

    fileprivate static func value(in states: ScreenStates) -> any ScreenState { states[Self.self] }
}

/// What screens remember, each under its own type. One that remembers nothing yet is as in a dashboard just opened.
struct ScreenStates: Hashable, Sendable {
    private struct Value: Hashable, Sendable {
        var state: any ScreenState

        static func == (left: Value, right: Value) -> Bool { left.state.equals(right.state) }

        func hash(into hasher: inout Hasher) { state.hash(into: &hasher) }
    }

    private var values: [ObjectIdentifier: Value] = [:]

    subscript<State: ScreenState>(_ type: State.Type) -> State {
        get { values[ObjectIdentifier(type)]?.state as? State ?? State() }
        set { values[ObjectIdentifier(type)] = newValue == State() ? nil : Value(state: newValue) }
    }

    mutating func set(_ state: some ScreenState) { self[type(of: state)] = state }

    /// Takes over from `other` what is remembered under `type`, if nothing.
    mutating func take(_ type: any ScreenState.Type, from other: ScreenStates) {
        values[ObjectIdentifier(type)] = other.values[ObjectIdentifier(type)]
    }

    /// All that is remembered, always in the same order.
    var all: [any ScreenState] {
        values.values.map(\.state).sorted { String(describing: type(of: $0)) < String(describing: type(of: $1)) }
    }

    /// What is remembered under `type`.
    func value(_ type: any ScreenState.Type) -> any ScreenState { type.value(in: self) }

    /// What is different from `before` under `type`, in the words of one line.
    func changes(_ type: any ScreenState.Type, since before: ScreenStates, _ state: DashboardState) -> [String] {
        before.value(type).changes(in: self, state)
    }
}
