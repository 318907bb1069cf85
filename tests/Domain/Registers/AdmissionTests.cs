using Samkjop.Decisions;
using Samkjop.Suppliers;

namespace Samkjop.Tests.Domain.Registers;

public sealed class AdmissionTests
{
    private static readonly Supplier Dealer = new("bilco", "Bilco AS", "974760673", []);

    [Fact]
    public void A_supplier_is_admitted_from_now()
    {
        var admitted = GivenRound.Accepted(Admissions.Admit(Dealer, "dps-3500", from: null, reason: null, GivenRound.BeforePlanning));

        Assert.True(admitted.IsAdmittedTo("dps-3500", GivenRound.BeforePlanning));
        Assert.False(admitted.IsAdmittedTo("dps-over", GivenRound.BeforePlanning));
    }

    [Fact]
    public void Admitting_again_changes_nothing()
    {
        var admitted = GivenRound.Accepted(Admissions.Admit(Dealer, "dps-3500", null, null, GivenRound.BeforePlanning));

        Assert.Same(admitted, GivenRound.Accepted(Admissions.Admit(admitted, "dps-3500", null, null, GivenRound.AfterTheLock)));
    }

    [Fact]
    public void An_import_with_a_date_in_the_past_needs_a_reason()
    {
        var refusal = GivenRound.Refused(Admissions.Admit(Dealer, "dps-3500", GivenRound.BeforePlanning, reason: null, GivenRound.AfterTheLock));

        Assert.Equal("invalid-admission", refusal.Code);
        Assert.Contains("reason", refusal.Errors!.Keys);
    }

    [Fact]
    public void An_admission_does_not_begin_in_the_future() =>
        Assert.Contains("from", GivenRound.Refused(Admissions.Admit(Dealer, "dps-3500", GivenRound.AfterTheLock, "import", GivenRound.BeforePlanning)).Errors!.Keys);

    [Fact]
    public void Ending_an_admission_keeps_that_it_was()
    {
        var admitted = GivenRound.Accepted(Admissions.Admit(Dealer, "dps-3500", null, null, GivenRound.BeforePlanning));
        var ended = GivenRound.Accepted(Admissions.End(admitted, "dps-3500", GivenRound.AfterTheLock));

        Assert.True(ended.IsAdmittedTo("dps-3500", GivenRound.WhileNeedsAreTaken));
        Assert.False(ended.IsAdmittedTo("dps-3500", GivenRound.AfterTheLock));
        Assert.Same(ended, GivenRound.Accepted(Admissions.End(ended, "dps-3500", GivenRound.AfterTheLock)));
    }

    [Fact]
    public void An_admission_that_never_was_cannot_end() =>
        Assert.Equal(RefusalKind.NotFound, GivenRound.Refused(Admissions.End(Dealer, "dps-3500", GivenRound.AfterTheLock)).Kind);

    [Theory]
    [InlineData("Bilco", "974760673", "supplierId")]
    [InlineData("bilco", "974760674", "organisationNumber")]
    public void A_wrong_entry_names_the_field(string id, string number, string field) =>
        Assert.Contains(field, SupplierRules.Check(new Supplier(id, "Bilco AS", number, []))!.Errors!.Keys);
}
