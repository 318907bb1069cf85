using CsCheck;
using Samkjop.Suppliers;

namespace Samkjop.Tests.Domain.Registers;

public sealed class OrganisationNumberTests
{
    [Theory]
    [InlineData("974760673", true)]
    [InlineData("974760674", false)]
    [InlineData("97476067", false)]
    [InlineData("9747606731", false)]
    [InlineData("974 760 673", false)]
    [InlineData("97476067a", false)]
    [InlineData("", false)]
    public void The_last_digit_is_checked_by_modulus_11(string number, bool valid) => Assert.Equal(valid, OrganisationNumber.IsValid(number));

    [Fact]
    public void One_wrong_digit_is_always_found() => Gen.Select(Gen.Int[80_000_000, 99_999_999], Gen.Int[0, 8], Gen.Int[1, 9]).Sample((stem, place, off) =>
    {
        var check = OrganisationNumber.CheckDigit($"{stem}0");
        if (check == 10)
        {
            return;
        }

        var digits = $"{stem}{check}".ToCharArray();
        Assert.True(OrganisationNumber.IsValid(new string(digits)));
        digits[place] = (char)('0' + ((digits[place] - '0' + off) % 10));
        Assert.False(OrganisationNumber.IsValid(new string(digits)));
    });
}
