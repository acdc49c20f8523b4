using Microsoft.Extensions.Configuration;
using RbcBot.Bot;
using RbcBot.Bot.Auditing;

namespace RbcBot.Tests.Bot.Auditing;

public sealed class KeyFileTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("rbcbot-keys-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_key_is_made_once_and_only_its_user_reads_it()
    {
        var path = Path.Combine(folder, "keys", "audit.key");
        var (made, again) = (KeyFile.Read(Settings(""), "Audit:Keys", path), KeyFile.Read(Settings(""), "Audit:Keys", path));
        Assert.Equal(made, again);
        Assert.Equal(32, Assert.Single(made).Length);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, OperatingSystem.IsWindows() ? UnixFileMode.UserRead | UnixFileMode.UserWrite : File.GetUnixFileMode(path));
        Assert.Equal([path], Directory.GetFiles(Path.Combine(folder, "keys")));
    }

    [Fact]
    public void A_setting_comes_before_the_file_the_one_in_use_first()
    {
        var (one, other) = (Convert.ToBase64String([.. Enumerable.Repeat((byte)1, 32)]), Convert.ToBase64String([.. Enumerable.Repeat((byte)2, 40)]));
        Assert.Equal([32, 40], KeyFile.Read(Settings($"{one}, {other}"), "Audit:Keys", Path.Combine(folder, "none")).Select(key => key.Length));
        Assert.Empty(Directory.GetFiles(folder));
    }

    [Theory]
    [InlineData("secret")]
    [InlineData("c2hvcnQ=")]
    [InlineData("AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=,no")]
    public void A_key_that_is_too_short_or_no_base64_is_refused(string written) =>
        Assert.Contains("Audit:Keys", Assert.Throws<SettingException>(() => KeyFile.Read(Settings(written), "Audit:Keys", "none")).Message, StringComparison.Ordinal);

    static IConfiguration Settings(string keys) => new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create<string, string?>("Audit:Keys", keys)]).Build();
}
