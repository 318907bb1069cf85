using Samkjop.Publication.Model;
using Samkjop.Purchasing;

namespace Samkjop.Publication;

/// <summary>What becomes public when a question is answered: what all invited were told.</summary>
public static class QuestionReleases
{
    private const int TitleLength = 120;

    /// <summary>The answer, or its correction, by its number.</summary>
    public static Release Answered(ReleaseHead head, Question question, int number)
    {
        ArgumentNullException.ThrowIfNull(head);
        ArgumentNullException.ThrowIfNull(question);
        var given = question.Answers[number - 1];
        return head.Begin(ReleaseTags.TenderUpdate) with
        {
            Tender = new Tender
            {
                Id = question.RoundId,
                HasEnquiries = true,
                Enquiries =
                [
                    new Enquiry(
                        question.QuestionId, question.Answers[0].At, given.At, Short(given.Question.No), Short(given.Question.En), given.Question.No, given.Question.En,
                        given.Answer.No, given.Answer.En, question.LotId),
                ],
            },
        };
    }

    private static string Short(string text) => text.Length <= TitleLength ? text : $"{text[..(TitleLength - 1)].TrimEnd()}…";
}
