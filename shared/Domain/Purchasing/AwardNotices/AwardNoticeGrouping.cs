namespace Samkjop.Purchasing;

/// <summary>For what one award notice is published. Wire format.</summary>
public enum AwardNoticeGrouping
{
    /// <summary>Each contract.</summary>
    PerContract,

    /// <summary>All contracts of a quarter under a purchasing system, as the law allows there.</summary>
    Quarterly,
}
