import Canvas
import JourneyModel

extension TourScript {
    /// A caption that fits below the smallest screen there is, 80x24.
    static let longestCaption = 400
    static let pauses: ClosedRange<Milliseconds> = 100...(10 * .minute)

    /// Reads a script.
    ///
    /// - Returns: the script, and all that is wrong with it in the order of its lines. With problems the script lacks what
    ///   they speak of.
    public static func reading(_ text: String) -> (script: TourScript, problems: [TourProblem]) {
        var script = TourScript(steps: [])
        var problems: [TourProblem] = []
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        var continuesCaption = false
        for (index, raw) in lines.enumerated() {
            // Some editors begin a file with a mark of its encoding.
            let trimmed = String(raw).trimmed(of: ["\u{FEFF}", " ", "\t"])
            guard !trimmed.isEmpty, !trimmed.hasPrefix("#") else { continue }
            do throws(TourProblem) {
                let command = try command(trimmed, line: index + 1)
                script.add(command, line: index + 1, continuesCaption: continuesCaption)
                continuesCaption = command.isCaption
            } catch {
                problems.append(error)
                continuesCaption = false
            }
        }
        problems += script.hastyCaptions
        if script.stops == 0, problems.isEmpty {
            problems.append(
                TourProblem(line: 1, message: "there is no caption in it", hint: "write: caption and what to say")
            )
        }
        return (script, problems.sorted { $0.line < $1.line })
    }

    /// A caption on several lines is one.
    private mutating func add(_ command: Command, line: Int, continuesCaption: Bool) {
        if continuesCaption, case .caption(let more) = command, case .caption(let text)? = steps.last?.command {
            steps[steps.count - 1].command = .caption(text + " " + more)
        } else {
            steps.append(Step(command: command, line: line))
        }
    }

    private static func command(_ text: String, line: Int) throws(TourProblem) -> Command {
        let parts = text.split(maxSplits: 1, whereSeparator: \.isWhitespace)
        let word = parts.first.map(String.init) ?? ""
        let rest = parts.count > 1 ? String(parts[1]).trimmed(of: [" ", "\t"]) : ""
        func problem(_ message: String, _ hint: String) -> TourProblem {
            TourProblem(line: line, message: message, hint: hint)
        }
        guard let kind = Word(rawValue: word) else {
            let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
            throw problem("'\(word)' is no command", "begin the line with one of: \(words); or with # for a remark")
        }
        switch kind {
        case .wait, .reset:
            guard rest.isEmpty else { throw problem("'\(word)' takes nothing", "leave out '\(rest)'") }
            return kind == .wait ? .wait : .reset
        case .caption, .type, .point:
            guard !rest.isEmpty else { throw problem("'\(word)' needs a text", "write it on the same line") }
            return kind == .caption ? .caption(rest) : kind == .type ? .type(rest) : .point(rest)
        case .key:
            guard let key = Key(name: rest) else {
                throw problem("'\(rest)' is no key", "name keys like: f, enter, esc, down, tab, page-down, ctrl-l")
            }
            return .key(key)
        case .screen:
            guard let screen = ScreenID.named(rest) else {
                let names = Screens.list.tops.map { screen in
                    [screen.digit.map { String($0) }, screen.id.title].compactMap(\.self).joined(separator: " ")
                }
                throw problem("'\(rest)' is no screen", "there are: \(names.joined(separator: ", "))")
            }
            return .screen(screen)
        case .pause:
            guard let time = milliseconds(rest), pauses.contains(time) else {
                throw problem(
                    "'\(rest)' is no pause",
                    "write it as 3s or 500ms, up to 600s; or wait for a key with: wait"
                )
            }
            return .pause(time)
        }
    }

    private enum Word: String, CaseIterable {
        case caption, screen, key, type, point, pause, wait, reset
    }

    /// A length of time as a script writes it: `3s`, `1.5s`, `500ms`.
    private static func milliseconds(_ text: String) -> Milliseconds? {
        for (unit, length) in [("ms", Milliseconds(1)), ("s", .second)] where text.hasSuffix(unit) {
            let number = text.dropLast(unit.count)
            guard number.count <= 9, number.allSatisfy({ "0123456789.".contains($0) }) else { return nil }
            return Double(number).map { Milliseconds($0 * Double(length)) }
        }
        return nil
    }

    /// Captions that nobody could read: too long for a small screen, or gone as soon as they are there. The last one stays.
    private var hastyCaptions: [TourProblem] {
        var problems: [TourProblem] = []
        var open: Int?
        for step in steps {
            if case .caption(let text) = step.command {
                if let open {
                    problems.append(
                        TourProblem(
                            line: open,
                            message: "this caption is gone as soon as it is there",
                            hint: "put wait, or pause 5s, after it"
                        )
                    )
                }
                open = step.line
                if text.count > Self.longestCaption {
                    problems.append(
                        TourProblem(
                            line: step.line,
                            message:
                                "this caption has \(text.count) characters; \(Self.longestCaption) fit on a small screen",
                            hint: "make two stops of it"
                        )
                    )
                }
            } else if step.command.holds {
                open = nil
            }
        }
        return problems
    }
}

extension TourProblem: Error {}

extension String {
    fileprivate func trimmed(of characters: Set<Character>) -> String {
        String(drop(while: characters.contains).reversed().drop(while: characters.contains).reversed())
    }
}
