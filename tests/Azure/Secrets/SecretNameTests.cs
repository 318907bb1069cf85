using System.Globalization;
using System.Text;
using CsCheck;
using Samkjop.Azure.Secrets;

namespace Samkjop.Tests.Azure.Secrets;

public sealed class SecretNameTests
{
    [Theory]
    [InlineData("webhook-810305432-00112233445566778899", "webhook-810305432-00112233445566778899")]
    [InlineData("Key", "--4bey")]
    [InlineData("a_b", "a--5fb")]
    [InlineData("a--b", "a--2d--2db")]
    [InlineData("-a-", "--2da--2d")]
    [InlineData("å", "--c3--a5")]
    public void A_name_is_written_so_that_the_vault_takes_it(string name, string mapped) => Assert.Equal(mapped, SecretNames.Of(name));

    [Fact]
    public void Every_name_can_be_read_back_so_no_two_meet() =>
        Gen.String[Gen.Char["ab0-_AZå/. "], 1, 20].Sample(name =>
        {
            var mapped = SecretNames.Of(name);
            Assert.Matches("^[0-9a-z-]{1,127}$", mapped);
            Assert.Equal(name, Read(mapped));
        });

    [Fact]
    public void What_the_vault_cannot_name_is_refused()
    {
        Assert.Equal(127, SecretNames.Of(new string('a', 127)).Length);
        Assert.Throws<ArgumentException>(() => SecretNames.Of(new string('a', 128)));
        Assert.Throws<ArgumentException>(() => SecretNames.Of(new string('Å', 40)));
        Assert.Throws<ArgumentException>(() => SecretNames.Of(""));
    }

    private static string Read(string mapped)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < mapped.Length; i++)
        {
            if (mapped.AsSpan(i).StartsWith("--"))
            {
                bytes.Add(byte.Parse(mapped.AsSpan(i + 2, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 3;
            }
            else
            {
                bytes.Add((byte)mapped[i]);
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }
}
