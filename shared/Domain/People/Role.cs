namespace Samkjop.People;

/// <summary>Roles as tokens carry them (claim <c>roles</c>). Wire format.</summary>
public static class Role
{
    /// <summary>Reports an agency's needs.</summary>
    public const string NeedReporter = "need-reporter";

    /// <summary>Approves an agency's needs with a price ceiling.</summary>
    public const string BudgetHolder = "budget-holder";

    /// <summary>Runs rounds (UKE).</summary>
    public const string ProcurementOfficer = "procurement-officer";

    /// <summary>Scores bids.</summary>
    public const string Evaluator = "evaluator";

    /// <summary>One of at least three named, any two of whom open the bids.</summary>
    public const string Opener = "opener";

    /// <summary>Decides an award; neither its proposer nor an evaluator.</summary>
    public const string AwardDecider = "award-decider";

    /// <summary>Admits suppliers to a purchasing system.</summary>
    public const string QualificationOfficer = "qualification-officer";

    /// <summary>Follows up orders.</summary>
    public const string ContractManager = "contract-manager";

    /// <summary>A named person at a supplier.</summary>
    public const string SupplierUser = "supplier-user";

    /// <summary>A supplier's system.</summary>
    public const string SupplierSystem = "supplier-system";

    /// <summary>Reads everything, changes nothing.</summary>
    public const string Auditor = "auditor";

    /// <summary>Operates the platform; sees no bid content.</summary>
    public const string Administrator = "administrator";

    /// <summary>Roles that a round names people for: the role in the token is not enough.</summary>
    public static IReadOnlyList<string> NamedInRounds { get; } = [ProcurementOfficer, Opener, Evaluator, AwardDecider, ContractManager];

    public static IReadOnlyList<string> All { get; } =
    [
        NeedReporter, BudgetHolder, ProcurementOfficer, Evaluator, Opener, AwardDecider, QualificationOfficer, ContractManager,
        SupplierUser, SupplierSystem, Auditor, Administrator,
    ];
}
