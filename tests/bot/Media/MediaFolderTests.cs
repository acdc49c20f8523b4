using System.Text;
using RbcBot.Bot.Media;
using RbcBot.Bot.Storage;
using RbcBot.Bot.Storage.Sealing;
using RbcBot.Core.People;
using RbcBot.Tests.Stores;

namespace RbcBot.Tests.Bot.Media;

public sealed class MediaFolderTests : IDisposable
{
    static readonly Address Amina = new("web", "amina-phone"), Keza = new("web", "keza-phone");
    static readonly byte[] Photo = [0xFF, 0xD8, 0xFF, 0xE0, .. new byte[40]];

    readonly string folder = Directory.CreateTempSubdirectory("rbcbot-media-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_kept_file_is_there_after_a_restart_under_its_name()
    {
        var kept = await Folder().KeepAsync(Amina, Photo, "image/jpeg", default);
        using var open = Folder().Open(kept.Name)!.Content;
        Assert.Equal(Photo.Length, open.Length);
    }

    [Fact]
    public async Task A_kept_file_shows_nothing_on_disk()
    {
        var kept = await Folder().KeepAsync(Amina, (byte[])[.. Photo, .. "amina-phone"u8], "image/jpeg", default);
        Assert.DoesNotContain("amina-phone", Encoding.Latin1.GetString(await File.ReadAllBytesAsync(Path.Combine(folder, "media", kept.Name))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_before_is_sealed_at_the_start_and_read_as_it_was()
    {
        Directory.CreateDirectory(Path.Combine(folder, "media"));
        var path = Path.Combine(folder, "media", "0123456789ab-0123456789abcdef01234567.jpg");
        await File.WriteAllBytesAsync(path, Photo);
        using var content = Folder().Open(Path.GetFileName(path))!.Content;
        Assert.Equal(Photo.Length, content.Length);
        Assert.Equal(Vault.Version, (await File.ReadAllBytesAsync(path))[0]);
    }

    [Fact]
    public async Task The_same_photo_again_has_the_same_name_and_takes_no_room()
    {
        var names = new[] { await Folder().KeepAsync(Amina, Photo, "", default), await Folder().KeepAsync(Amina, Photo, "", default) }.Select(file => file.Name);
        Assert.Single(names.Distinct());
        Assert.Single(Directory.GetFiles(Path.Combine(folder, "media")));
    }

    [Fact]
    public async Task A_file_belongs_to_the_conversation_that_sent_it()
    {
        var kept = await Folder().KeepAsync(Amina, Photo, "", default);
        Assert.Equal(("image/jpeg", null), (Folder().Of(Amina, kept.Name)?.Type, Folder().Of(Keza, kept.Name)));
    }

    [Theory]
    [InlineData("../keys/key.xml")]
    [InlineData("/etc/passwd")]
    [InlineData("")]
    [InlineData("0123456789ab-0123456789abcdef01234567.jpg\n")]
    [InlineData("0123456789ab-0123456789abcdef01234567.jpg/../../x")]
    public void A_hostile_name_opens_nothing(string name)
    {
        File.WriteAllText(Path.Combine(folder, "key.xml"), "secret");
        Assert.Null(Folder().Open(name));
        Assert.Null(Folder().Of(Amina, name));
    }

    [Theory]
    [InlineData("<html><script>alert(1)</script>", "image/jpeg")]
    [InlineData("MZ\u0090", "image/png")]
    [InlineData("", "video/mp4")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml")]
    public async Task What_is_no_picture_sound_film_or_PDF_is_refused_whatever_it_says(string content, string said) =>
        Assert.Equal("talk.sent.type", (await Folder().KeepAsync(Amina, Encoding.UTF8.GetBytes(content), said, default)).Fault);

    [Theory]
    [InlineData("89504E470D0A1A0A", "", "image/png")]
    [InlineData("52494646000000005745425056503820", "", "image/webp")]
    [InlineData("0000001866747970686569630000", "", "image/heic")]
    [InlineData("00000018667479706D703432", "", "video/mp4")]
    [InlineData("00000018667479706D703432", "audio/mp4", "audio/mp4")]
    [InlineData("1A45DFA3", "audio/webm;codecs=opus", "audio/webm")]
    [InlineData("1A45DFA3", "", "video/webm")]
    [InlineData("4F676753", "", "audio/ogg")]
    [InlineData("FFFB9064", "", "audio/mpeg")]
    [InlineData("FFF15080", "", "audio/aac")]
    [InlineData("255044462D312E37", "", "application/pdf")]
    public async Task The_kind_is_told_by_the_first_bytes(string head, string said, string type) =>
        Assert.Equal(type, (await Folder().KeepAsync(Amina, Convert.FromHexString(head), said, default)).Type);

    [Fact]
    public async Task Too_large_and_too_many_are_refused()
    {
        var small = Folder(new MediaOptions(MegabytesEach: 1, FilesEach: 1));
        Assert.Equal("talk.sent.large", (await small.KeepAsync(Amina, new byte[1024 * 1024 + 1], "", default)).Fault);
        Assert.Null((await small.KeepAsync(Amina, Photo, "", default)).Fault);
        Assert.Equal("chat.file-many", (await small.KeepAsync(Amina, Convert.FromHexString("4F676753"), "", default)).Fault);
        Assert.Null((await small.KeepAsync(Keza, Photo, "", default)).Fault);
    }

    MediaFolder Folder(MediaOptions? options = null) => new(new StorageOptions(folder), options ?? new MediaOptions(), Sample.Vault);
}
