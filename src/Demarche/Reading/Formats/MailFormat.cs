using MimeKit;
using Demarche.Reading.Cleaning;

namespace Demarche.Reading.Formats;

/// <summary>A mail: the subject is the headline, the sender the publisher, the body the article.</summary>
internal static class MailFormat
{
    /// <summary>The article of a file.</summary>
    public static ReadResult Read(SourceFile file, ArticleFinisher finisher)
    {
        var (content, problem) = Bytes.Read(file, finisher.Options.MaxArticleBytes);
        if (content is null)
            return ReadResult.Of(problem!);
        try
        {
            using var stream = new MemoryStream(content);
            using var message = MimeMessage.Load(stream);
            var moment = message.Headers.Contains(HeaderId.Date) ? message.Date : default;
            var sender = message.From.Mailboxes.FirstOrDefault();
            var (day, stamp) = moment == default ? (null, null) : DateText.Stamp(moment.ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture));
            var raw = new RawArticle
            {
                File = file.Name,
                Id = file.Id,
                FileName = file.FileName,
                Text = "",
                Source = new()
                {
                    Headline = WithoutPrefix(message.Subject),
                    Publisher = string.IsNullOrWhiteSpace(sender?.Name) ? sender?.Domain : InlineMarkup.Tidy(sender.Name),
                    Published = day,
                    PublishedAt = stamp,
                },
            };
            if (message.TextBody is { } text && !string.IsNullOrWhiteSpace(text))
                return finisher.Finish(raw with { Text = text });
            if (message.HtmlBody is { } html && !string.IsNullOrWhiteSpace(html))
                return HtmlFormat.Read(html, raw, finisher);
            return ReadResult.Of(file.Problem("the mail has no text", "the article may be an attachment; save that instead"));
        }
        catch (Exception error) when (error is FormatException or ArgumentException or InvalidOperationException or NotSupportedException or IOException)
        {
            return ReadResult.Of(file.Problem($"it is no mail that can be read ({error.Message.TrimEnd('.')})", "save it from the mail program again, as .eml"));
        }
    }

    private static string? WithoutPrefix(string? subject)
    {
        subject = InlineMarkup.Tidy(subject ?? "");
        while (subject.Length > 3 && subject[..4].ToLowerInvariant() is var head && (head is "fwd:" || head.StartsWith("re:", StringComparison.Ordinal) || head.StartsWith("fw:", StringComparison.Ordinal)))
            subject = subject[(subject.IndexOf(':', StringComparison.Ordinal) + 1)..].TrimStart();
        return subject.Length == 0 ? null : subject;
    }
}
