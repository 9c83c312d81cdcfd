/// Everything that can be painted, by what it means. A theme gives each role its colours; a screen never names a colour.
public enum Role: String, CaseIterable, Hashable, Sendable {
    case text
    case muted
    case figure
    case heading
    case title
    case header
    case tab
    case tabSelected = "tab-selected"
    case rule
    case accent
    case accent2
    case good
    case bad
    case warning
    case bar
    case barPending = "bar-pending"
    case barRest = "bar-rest"
    case whisker
    case target
    case spark
    case selection
    case match
    case badge
    case key
    case hint
    case disabled
    case link
    case input
    case placeholder
    case modal
    case modalTitle = "modal-title"
    case series1
    case series2
    case series3
    case series4
    case series5
    case series6
    case series7
    case series8
    case heat0
    case heat1
    case heat2
    case heat3
    case heat4
    case heat5
}

extension Role {
    /// What is painted with it, for `cxm themes` and the guide to writing themes.
    public var summary: String {
        switch self {
        case .text: "ordinary text and numbers"
        case .muted: "what stands beside a number: n, intervals, units, notes"
        case .figure: "the one number that matters, alone on its line"
        case .heading: "the heading of a panel or of a table's column"
        case .title: "the name of the store and of the screen"
        case .header: "the header line: period, filters, unit"
        case .tab: "the name of a screen in the row of screens"
        case .tabSelected: "the name of the screen shown"
        case .rule: "the thin line under the header, tree branches"
        case .accent: "what draws the eye first"
        case .accent2: "what draws the eye second"
        case .good: "a change or a state for the better"
        case .bad: "a change or a state for the worse"
        case .warning: "something to know before trusting a number"
        case .bar: "a bar's filled part"
        case .barPending: "a bar's part that is pending"
        case .barRest: "a bar's empty part"
        case .whisker: "the interval around a bar's end"
        case .target: "the mark of a goal on a bar"
        case .spark: "a sparkline"
        case .selection: "the cursor's row and its marker"
        case .match: "the letters a search found"
        case .badge: "a state in the header, such as READ-ONLY"
        case .key: "a key's name in the footer and in the help"
        case .hint: "what a key does, in the footer"
        case .disabled: "an action that cannot be used here"
        case .link: "something that leads elsewhere"
        case .input: "text being typed"
        case .placeholder: "what an empty input field asks for"
        case .modal: "a palette or picker laid over the screen"
        case .modalTitle: "the title of a palette or picker"
        case .series1: "the first of several series"
        case .series2: "the second series"
        case .series3: "the third series"
        case .series4: "the fourth series"
        case .series5: "the fifth series"
        case .series6: "the sixth series"
        case .series7: "the seventh series"
        case .series8: "the eighth series"
        case .heat0: "a heat map's lowest step"
        case .heat1: "a heat map's second step"
        case .heat2: "a heat map's third step"
        case .heat3: "a heat map's fourth step"
        case .heat4: "a heat map's fifth step"
        case .heat5: "a heat map's highest step"
        }
    }

    /// One letter for golden tests of styles; no two roles share one.
    public var letter: Character {
        switch self {
        case .text: "t"
        case .muted: "m"
        case .figure: "f"
        case .heading: "h"
        case .title: "T"
        case .header: "H"
        case .tab: "b"
        case .tabSelected: "B"
        case .rule: "r"
        case .accent: "a"
        case .accent2: "A"
        case .good: "g"
        case .bad: "x"
        case .warning: "w"
        case .bar: "#"
        case .barPending: "-"
        case .barRest: "_"
        case .whisker: "~"
        case .target: "|"
        case .spark: "s"
        case .selection: "S"
        case .match: "M"
        case .badge: "G"
        case .key: "k"
        case .hint: "i"
        case .disabled: "d"
        case .link: "l"
        case .input: "I"
        case .placeholder: "p"
        case .modal: "o"
        case .modalTitle: "O"
        case .series1: "1"
        case .series2: "2"
        case .series3: "3"
        case .series4: "4"
        case .series5: "5"
        case .series6: "6"
        case .series7: "7"
        case .series8: "8"
        case .heat0: "u"
        case .heat1: "v"
        case .heat2: "y"
        case .heat3: "z"
        case .heat4: "Y"
        case .heat5: "Z"
        }
    }

    /// The role of series `index` (from 0); after eight they start again.
    public static func series(_ index: Int) -> Role {
        let all: [Role] = [.series1, .series2, .series3, .series4, .series5, .series6, .series7, .series8]
        return all[((index % all.count) + all.count) % all.count]
    }

    /// The role of the heat step for a fraction from 0 to 1.
    public static func heat(_ fraction: Double) -> Role {
        let all: [Role] = [.heat0, .heat1, .heat2, .heat3, .heat4, .heat5]
        return all[GlyphSet.step(fraction, of: all.count)]
    }
}
