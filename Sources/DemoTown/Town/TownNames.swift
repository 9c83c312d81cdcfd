import JourneyModel

/// The eight channels.
enum TownChannel: Int, CaseIterable {
    case web, app, phone, counter, post, sms, email, chat

    var name: String {
        switch self {
        case .web: "web"
        case .app: "app"
        case .phone: "phone"
        case .counter: "counter"
        case .post: "post"
        case .sms: "sms"
        case .email: "email"
        case .chat: "chat"
        }
    }

    var kind: Channel.Kind {
        switch self {
        case .web, .app: .digital
        case .phone, .counter, .post, .chat: .assisted
        case .sms, .email: .message
        }
    }

    var isDigital: Bool { self == .web || self == .app }
}

/// What people and the town do, in the words that the screens show.
enum Touchpoint: String, CaseIterable {
    case landing
    case startForm = "start form"
    case upload = "upload document"
    case submit
    case payment
    case confirmation
    case helpPage = "help page"
    case errorPage = "error page"
    case phoneEnquiry = "phone enquiry"
    case counterVisit = "counter visit"
    case chatEnquiry = "chat enquiry"
    case emailEnquiry = "email enquiry"
    case letterReceived = "letter received"
    case confirmationSent = "confirmation sent"
    case reminderSent = "reminder sent"
    case decisionNotice = "decision notice"
    case paymentNotice = "payment notice"
    case annualBill = "annual bill"
    case collectionReminder = "collection reminder"
    case loanReminder = "loan reminder"
    case newsletter

    /// Its part in every service (D12, D24), where it has one.
    var role: TouchpointRole? {
        switch self {
        case .landing, .helpPage: .information
        case .startForm: .start
        case .confirmation: .end
        case .errorPage: .failure
        default: nil
        }
    }

    /// Whether a transaction with `service` ends here.
    func isEnd(of service: TownService) -> Bool {
        self == (service.plan.endsWithLetter ? .decisionNotice : .confirmation)
    }
}

/// Why people get in touch (D18).
enum Reason {
    static let paymentDate = "payment date"
    static let stuckOnline = "could not finish online"
    static let siteDown = "website down"
    static let chase = "progress chase"
    static let clarification = "clarification"
    static let general = "general question"
}
