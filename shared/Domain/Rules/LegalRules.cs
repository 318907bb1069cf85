namespace Samkjop.Rules;

/// <summary>Names of the rules in the <see cref="RuleTable"/>. Wire format.</summary>
public static class LegalRules
{
    /// <summary>Least time for tenders under a dynamic purchasing system, days after the invitation is sent. Sub-central buyers may agree on less with all invited.</summary>
    public const string DpsTenderPeriod = "dps-tender-period";

    /// <summary>Time to decide on a request to participate in a dynamic purchasing system, working days after receipt.</summary>
    public const string DpsRequestDecision = "dps-request-decision";

    /// <summary>The same where it is prolonged with a reason, working days after receipt.</summary>
    public const string DpsRequestDecisionExtended = "dps-request-decision-extended";

    /// <summary>Time for a supplier to hand in a renewed ESPD, working days after the demand is sent.</summary>
    public const string RenewedEspd = "renewed-espd";

    /// <summary>An answer or change with fewer days than this left before closing proposes an extension.</summary>
    public const string AnswerBeforeClosing = "answer-before-closing";

    /// <summary>Standstill when the letters are sent electronically, days after sending.</summary>
    public const string StandstillElectronic = "standstill-electronic";

    /// <summary>Standstill when they are sent otherwise, days after sending.</summary>
    public const string StandstillOther = "standstill-other";

    /// <summary>Time to publish the award notice, days after the contract, or after the end of the quarter where notices are grouped.</summary>
    public const string AwardNotice = "award-notice";

    /// <summary>Contracts above this value need a tax certificate of the winner.</summary>
    public const string TaxCertificateThreshold = "tax-certificate-threshold";

    /// <summary>Greatest age of a tax certificate. It is held at the decision, which is later than the closing that the law counts from, and so is the stricter of the two.</summary>
    public const string TaxCertificateAge = "tax-certificate-age";

    /// <summary>
    /// Least weight of climate and environment among the award criteria. Requirements in the specification may stand instead when that is clearly better for climate and
    /// environment, with the reason in the documents (FOA § 7-9).
    /// </summary>
    public const string ClimateWeight = "climate-weight";

    /// <summary>Part of the cars bought that must be zero-emission.</summary>
    public const string ZeroEmissionCars = "zero-emission-cars";

    /// <summary>Part of the vans bought that must be zero-emission.</summary>
    public const string ZeroEmissionVans = "zero-emission-vans";

    /// <summary>Part of the city buses bought that must be zero-emission.</summary>
    public const string ZeroEmissionCityBuses = "zero-emission-city-buses";

    /// <summary>Part of the lorries bought that must be zero-emission: the regulation does not cover them.</summary>
    public const string ZeroEmissionLorries = "zero-emission-lorries";

    /// <summary>Part of the minibuses (M2) bought that must be zero-emission: the regulation does not cover them.</summary>
    public const string ZeroEmissionMinibuses = "zero-emission-minibuses";

    /// <summary>Below this value an assignment under the zone-based craftsmen agreements goes to the zone's supplier, or to a mini-competition.</summary>
    public const string MiniCompetitionCeiling = "mini-competition-ceiling";

    /// <summary>Time to answer a request for access to documents, working days after receipt: what "without undue delay" comes to as a rule.</summary>
    public const string AccessAnswer = "access-answer";

    /// <summary>A request for access that has no answer after so many working days counts as refused and can be complained about.</summary>
    public const string AccessSilence = "access-silence";
}
