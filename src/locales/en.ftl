### Common

### Conversation

chat-hello = Hello! I am Bạn Học, an automatic assistant (not a person) that helps you find a course that fits.
    What would you like to learn? Just write as you speak, for example: “free accounting in the evening”, “drawing class for my kid in Go Vap”.
chat-hello-again = Hello! What would you like to learn today?
chat-thanks = You are welcome. Write to me whenever you are looking for a class.
chat-bye = Goodbye. Write to me whenever you feel like learning something.
chat-help = I help you find courses. Write what you want to learn, with your conditions if you have any: price, time, place, level.
    For example: “English conversation evenings in Thu Duc”, “free Excel online”, “my mother is 60 and wants to learn to use a phone”.
    Once you see a list, keep writing to narrow it: “cheaper”, “evenings only”, “in District 3”, “more”.

    Commands:
    /find – find a course
    /recommend – courses for you
    /me – what I remember about you
    /language – Tiếng Việt or English
    /mydata – download your data
    /delete – delete your data
    /help – this page
chat-find-ask = What would you like to learn? Write a few words, for example “/find cooking at the weekend”, or choose a field:
chat-unclear = I did not understand what you want to learn. Write me a few words, for example “cooking at the weekend”, or choose a field:
chat-unsupported-hidden = Zalo does not show me this message (a link, a file, or a protected account). Please write it in words; if that does not help, use Bạn Học on the web page or on Telegram.
chat-unsupported = I can only read text, not { $what ->
        [sticker] stickers
        [voice] voice messages
        [picture] pictures
        [file] files
       *[other] this kind of message
    }. Please write what you would like to learn.
chat-unknown-command = I have no command { $command }. Write /help to see what I know, or just write what you want to learn.
chat-stale = That button belongs to an older list. Write again what you want to learn and I will search at once.
chat-course-gone = This course is no longer in the catalogue. Write what you want to learn and I will look for another.
chat-no-list-yet = I have not sent you a list yet. What would you like to learn?
chat-no-such-number = The last list has only { $count } courses. Choose a number from 1 to { $count }.
chat-failed = Sorry, something went wrong and I could not answer. I have told the people in charge (code { $code }). Please write again.

search-found = { $topic ->
        [none] Some courses for you:
       *[other] Some courses for “{ $topic }”:
    }
search-found-facets = { $topic ->
        [none] Some courses, { $facets }:
       *[other] Some courses for “{ $topic }”, { $facets }:
    }
search-found-preferring = { $topic ->
        [none] Some courses for you, { $facets } first, as you told me:
       *[other] Some courses for “{ $topic }”, { $facets } first, as you told me:
    }
search-found-near-only = { $topic ->
        [none] No course meets all of this: { $facets }. The nearest:
       *[other] I found no “{ $topic }” course that meets all of this: { $facets }. The nearest:
    }
search-more = More courses:
search-no-more = That is all: I have sent every course that fits. Try fewer conditions, or write something else you want to learn.
search-none = { $topic ->
        [none] There is no fitting course yet.
       *[other] There is no fitting course for “{ $topic }” yet.
    } I have noted it, so that the city knows it is needed.
search-none-near = Perhaps these interest you:
search-none-hint = Try other words, or choose a field:
search-already-free = Those courses are all free already, nothing is cheaper. Would you like to narrow by time or place?
search-where = Which ward or district are you in? Write its name, for example “in Go Vap”, and I will look near there.
search-outside = That place is outside Ho Chi Minh City, so I do not know what is near it. Tell me a ward or district, such as “in Go Vap”, and I will look there.
choice-back = Back to the list
data-file = What I keep about you: { $count } entries, in the file attached (JSON). Please do not pass this file on to anybody.
data-no-way = I keep { $count } entries about you. I cannot send files here yet; ask the staff in charge for them, or delete them right now.
chat-acknowledge = 👌 If you need anything else, just write.
chat-may-i-ask = Go ahead, I am listening. What would you like to learn, or to know about a course?
chat-who = I am Bạn Học, an automatic assistant (not a person) of the learning city. I help you find courses and classes that fit you.
chat-contact = I am an automatic assistant and cannot connect you to a person yet. For a particular course, press “Go to course” to reach its organiser. To find classes, just write to me.
chat-insult = I have not been of help, and I am sorry. Tell me in a few words what you want to learn and I will look again.
chat-lost = No problem, let us look together. Which field do you like?
choice-by-number = Send a number to choose.
choice-course-by-number = Send a number for details, or to choose.
choice-location = Share my location
distress-suicide = I am very worried about you. You do not have to bear this alone. Right now, stay near somebody you trust, and please call:
    • 115 – ambulance, if you or anybody is in danger
    • 111 – if you are under 16, free, day and night
    • 113 – if somebody is hurting you
    I am only an automatic assistant and cannot take the place of a person. Please tell somebody close to you now.
distress-violence = I am so sorry that this is happening to you. Nobody may beat or abuse you. Please find a safe place and call:
    • 113 – police, when you are in danger
    • 111 – child protection, free, day and night
    • 115 – ambulance, if you are hurt
    I am an automatic assistant and cannot take the place of a person. Please tell somebody you trust as soon as you can.
distress-perhaps = I am not sure I understood. Are you thinking of hurting yourself? If so, please do not stay alone; call 115 in danger, or 111 if you are under 16. If you are looking for a class, please write again in other words.
question-pick = Send a course's number for details.
question-unknown = not told; please ask { $organisation }
question-any-day = at any time you like
question-online = online
question-enrol = press “Go to course” to enrol on the organiser's page
question-certificate-yes = there is a certificate at the end
question-certificate-no = no certificate
question-seats = takes { $seats } people; see the organiser's page for free places
question-level = for { $level }
search-outside-named = I only know classes in Ho Chi Minh City and online ones, none in { $place } yet. Try adding “online”, for example “Excel online”.
search-hint = Write more to narrow it: { $examples }.
search-hint-cheaper = “cheaper”
search-hint-evening = “evenings only”
search-hint-place = “in Thu Duc”
search-hint-online = “online”

course-sample-mark = (sample)
course-sample-note = This is a sample course: the organisation and the text are invented to show how things look.
course-facts-free = Free
course-facts-price-unknown = Price not known
course-facts-hours = { $hours } hours
course-facts-confirmed = Confirmed on { $date }
course-facts-starts = Starts { $date }
course-facts-seats = { $seats } seats
course-details-organisation = By { $organisation }
course-details-platform = Platform: { $platform }
course-details-address = Address: { $address }
course-details-audience = For { $audience }
course-details-language = Taught in { $language }
course-details-certificate = With a certificate at the end
course-details-low-data = Works on a weak network, uses little data
course-details-wheelchair = Wheelchair accessible
course-details-no-link = This course has no page on the web yet. Please contact the organiser directly.

course-saved = Saved “{ $title }”. See it again with /me.
course-unsaved = “{ $title }” is no longer saved.
course-dismissed = I will not suggest “{ $title }” again.
course-undismissed = “{ $title }” will appear in searches again.
course-open = Here is the page of “{ $title }”:
course-similar = Courses similar to “{ $title }”:
course-similar-none = I found nothing similar to “{ $title }” yet.
course-report-ask = What is wrong with “{ $title }”?
course-report-thanks = Thank you for telling us. Someone will check with the organiser.

picture-course = Here is “{ $title }”. Know someone who needs it? Please pass it on!
picture-course-alt = Card of the course “{ $title }”. { $facts }.
picture-course-scan = Scan to see this course and ask Bạn Học more
picture-confirmed = Details confirmed on { $date }
picture-label-price = Price
picture-label-time = Time
picture-label-place = Place
picture-label-starts = Starts
picture-label-language = Language
picture-label-certificate = Certificate
picture-certificate-yes = Yes, on completion
picture-certificate-no = None

choice-details = See details { $number }
choice-details-short = Details
choice-save = Save { $number }
choice-save-short = Save
choice-unsave = Remove from saved
choice-undo = Undo
choice-dismiss = Not for me
choice-similar = Similar courses
choice-picture = Picture to share
choice-open = Go to course { $number }
choice-open-short = Go to course
choice-report = Report wrong information
choice-report-gone = This class no longer exists
choice-report-price = Wrong price
choice-report-place = Wrong place or time
choice-report-other = Something else
choice-more = More courses
choice-narrow-free = Free only
choice-narrow-evening = Evenings only
choice-narrow-online = Online only
choice-saved = Saved courses
choice-export = Download my data
choice-erase = Delete my data
choice-erase-yes = Delete everything
choice-erase-no = Keep it
choice-language-vi = Tiếng Việt
choice-language-en = English

language-ask = Which language should I speak?
language-set = I will speak English from now on.

profile-title = What I remember about you:
profile-empty = I remember nothing about you yet. Just write what you want to learn, no need to sign up.
profile-language = Language: { $language ->
        [vi] Tiếng Việt
       *[en] English
    }
profile-language-followed = Language: as you write
profile-wishes = You recently looked for: { $wishes }
profile-saved = Saved courses: { $count }
profile-dismissed = Courses you said do not fit: { $count }
recommend-title = Some courses for you:
recommend-footer = To know why, write “why?”. If one does not fit, open its details and press “Not for me”: I will not suggest it again.
recommend-ask = I don't know yet what you like, so I cannot suggest anything. What would you like to learn for, or which field do you like?
recommend-because-wish = Because you looked for “{ $topic }”
recommend-because-saved = Much like “{ $title }”, which you saved
why-recommended = I suggested these because of:
why-found = I made the last list from:
why-wishes = what you looked for lately: { $wishes }
why-saved = the courses you saved
why-facts = what you told me: { $facts }
why-topic = what you want to learn: “{ $topic }”
why-facets = the conditions: { $facets }
why-change = See or delete these with /me.
why-order = What fits best and meets most conditions comes first; each course says what it meets and what it misses.

remember-noted = 📝 I will remember, to find what fits: { $facts }. See or delete it with /me.
remember-ask = What would you like to learn? A few words are enough.
remember-go-on = Whatever else you are looking for, just write.
remember-forgotten = Forgotten: { $facts }.
remember-forgotten-before = I had already forgotten that.
choice-forget-said = Don't remember this
choice-forget = Forget: { $fact }
choice-plain = Search without my profile
fact-place = in { $place }
fact-times = free in the { $times }
fact-budget-none = needs free courses
fact-budget = can pay up to { $money }
fact-device = { $value ->
        [none] no smartphone or computer yet
       *[phone] no computer
    }
fact-data = weak internet, needs little data
fact-wheelchair = uses a wheelchair
fact-role = { $value ->
        [teacher] a teacher
        [student] a student
        [job_seeker] looking for work
        [small_business] a small business
        [parent] a parent
        [senior] retired
       *[worker] working
    }
fact-age = { $value ->
        [age_under_16] under 16
        [age_16_24] 16 to 24
        [age_25_39] 25 to 39
        [age_40_59] 40 to 59
       *[age_60_up] 60 or older
    }
profile-fact = You: { $fact } – { $source ->
        [said] you wrote it on { $date }
        [asked] you answered on { $date }
       *[chosen] you chose it on { $date }
    }
profile-why = I use this only to find courses for you. You can download or delete it at any time.
saved-title = Your saved courses:
saved-empty = You have not saved a course yet. When you see one you like, press “Save” to find it again.

data-ready = The data I keep about you: { $count } entries. Press to download (a JSON file, the link works for 15 minutes). Anyone with this link can download it, so please do not pass it on.
erase-ask = Delete everything I remember about you: messages, searches, saved courses? It cannot be brought back.
erase-done = All your data is deleted. Thank you for using Bạn Học. Write whenever you like, and we start afresh.
erase-kept = All right, nothing was deleted.

### Words for conditions and facts

word-money = { $amount } VND
word-facet-free = free
word-facet-max-price = at most { $money }
word-facet-cheap = low price
word-facet-mode = { $value ->
        [online] online
       *[in_person] in person
    }
word-facet-place = in { $place }
word-facet-hours = at most { $hours } hours
word-facet-certificate = with a certificate
word-facet-low-data = low data
word-facet-wheelchair = wheelchair accessible
word-facet-language = taught in { $language }
word-facet-audience = for { $audience }
word-time = { $value ->
        [morning] mornings
        [afternoon] afternoons
        [evening] evenings
        [weekend] weekends
       *[self_paced] at your own pace
    }
word-mode = { $value ->
        [online] Online
        [hybrid] In person and online
       *[in_person] In person
    }
word-level = { $value ->
        [beginner] beginners
        [intermediate] intermediate
        [advanced] advanced
       *[all] all levels
    }
word-audience = { $value ->
        [teachers] teachers
        [students] students
        [children] children
        [seniors] older people
        [workers] workers
        [job_seekers] job seekers
        [women] women
        [persons_with_disabilities] people with disabilities
        [parents] parents
        [small_business] small businesses
       *[everyone] everyone
    }
word-language = { $value ->
        [vi] Vietnamese
        [en] English
        [ja] Japanese
        [ko] Korean
        [zh] Chinese
        [fr] French
        [de] German
       *[other] another language
    }

### Reasons and misses

reason-topic = About “{ $words }”
reason-free = Free
reason-within-budget = Within your budget: { $money }
reason-in-place = Right in { $place }
reason-time = Classes at this time: { $time }
reason-level = Level: { $level }
reason-language = Taught in { $language }
reason-audience = For { $audience }
reason-certificate = With a certificate
reason-low-data = Uses little data
reason-wheelchair = Wheelchair accessible
reason-short = Only { $hours } hours
reason-mode = { $value ->
        [online] Online
       *[in_person] In person
    }
miss-price = Note: costs { $money }
miss-price-unknown = Note: price not known
miss-place-near = Note: about { $km } km from the place you named
miss-place-far = Note: not in the place you named
miss-place-online = Note: online, not in the place you named
miss-time = Note: no class listed at the time you want
miss-mode = { $value ->
        [online] Note: no online class
       *[in_person] Note: not in person
    }
miss-level = Note: another level than you asked for
miss-language = Note: taught in { $language }
miss-audience = Note: not especially for { $audience }
miss-certificate = Note: no certificate mentioned
miss-low-data = Note: data use not known
miss-wheelchair = Note: wheelchair access not known
miss-hours = Note: takes { $hours } hours

### Bot on Telegram

menu-find = Find courses
menu-recommend = Courses for you
menu-me = What I remember about you
menu-language = Tiếng Việt or English
menu-data = Download your data
menu-delete = Delete your data
menu-help = Help
bot-description = Bạn Học helps people in Ho Chi Minh City find courses that fit them. Just write what you want to learn. It is an automatic assistant, not a person.
bot-short-description = Find courses that fit you in Ho Chi Minh City. An automatic assistant.
group-private = I only talk in private, so that what you ask stays yours. Press this button to write to me.
group-private-open = Write to Bạn Học

### Web page

web-title = Bạn Học – find courses in Ho Chi Minh City
web-tagline = Find the course that fits you in Ho Chi Minh City
web-skip = Skip to the message box
web-log = Conversation
web-you = You
web-service = Bạn Học
web-input = Write what you want to learn
web-placeholder = For example: free accounting in the evening
web-send = Send
web-empty = Hello! I am Bạn Học, an automatic assistant (not a person). What would you like to learn? Write to me, or try one of these:
web-example-1 = free accounting course in the evening
web-example-2 = my mother is 65 and wants to learn to use a smartphone
web-example-3 = drawing class for my kid in Go Vap
web-example-4 = Excel online for beginners
web-language = Tiếng Việt
web-help = Help
web-waiting = Bạn Học is looking…
web-offline = You are offline. Your message is still here.
web-failed = That was not sent. Please try again.
web-busy = Many people are asking at once. Please wait a few seconds and try again.
web-retry = Send again
web-reasons = Why it fits
web-save-picture = Save picture
web-not-found-title = There is no such page
web-not-found = The page you look for is not here, or the course has left the catalogue.
web-to-chat = Chat with Bạn Học

site-course-go = Go to the course page
site-course-chat = Ask Bạn Học about this course
site-course-sample = Sample course: the organisation and the text are examples, not real.
site-course-skills = You will learn: { $skills }

api-bad-json = The body is not valid JSON.
api-bad-body = The body is not right: { $problem }
api-empty-text = The message is empty. Write what you want to learn.
api-too-large = The body is longer than 64 KiB.
api-unknown-conversation = There is no such conversation. Leave the field out to start a new one.
api-unknown-choice = This choice was never offered in the conversation.
api-too-many = You are sending too fast. Wait { $seconds } seconds and try again.
api-not-found = There is nothing at this address.
api-failed = The server has a problem. Please try again in a few minutes.
api-cut-off = The body broke off in the middle.
api-too-many-pages = Too many pages are open at once. Close some and try again in { $seconds } seconds.
api-wrong-method = This address takes { $problem } only.

### Import

import-usage = Usage: npm run import -- FILE --kind courses [--source NAME] [--map FILE] [--dry-run] [--skip-bad] [--json]
import-kind = --kind is missing or wrong. Kinds: { $kinds }.
import-kind-later = “{ $kind }” cannot be imported yet. For now: courses.
import-problem = Row { $row }, column { $column }, value “{ $value }”: { $problem }.
import-more-problems = … and { $count } more problems. Add --json to see them.
import-ignored = Columns that are not used: { $columns }.
import-refused = Nothing was imported because { $count } rows are wrong. Correct them, or add --skip-bad to import the good ones.
import-dry-run = Dry run: { $read } rows read, { $skipped } wrong. Nothing was written.
import-done = Source “{ $source }”: { $read } rows read, { $created } created, { $updated } updated, { $unchanged } unchanged, { $skipped } skipped.
import-no-source = The name after --source is empty. Give one, or leave --source out to use the file's name.
import-interrupted = Broken off: { $problem }. Surely written: { $created } created, { $updated } updated, { $unchanged } unchanged, { $skipped } skipped, of { $read } rows in the file. Run the same command again to complete it.
import-failed = The import failed: { $problem }. Run it again to go on.
import-progress = { $pass ->
        [check] Checking
       *[write] Writing
    } { $percent }%, { $rows } rows

### Backup and restore

backup-usage = Usage: npm run backup -- FILE [--force]
    Writes the whole state to FILE (gzip) and reads it back. A FILE that is there is not overwritten without --force.
backup-exists = { $file } is there already. Choose another name, or add --force to overwrite it.
backup-done = Written and verified { $file }: { $rows } rows in { $tables } tables.
backup-failed = The backup could not be written: { $problem }. Check the permissions and the disk's free space, then run it again.
backup-data-dir-in-use = DATA_DIR: { $directory } is open in { $process ->
        [0] another process
       *[other] process { $id }
    }. Stop that process first, or set another DATA_DIR.
backup-restore-usage = Usage: npm run restore -- FILE
    Replaces the whole state by the backup FILE. What is there now is backed up first, so that it can be brought back.
backup-restore-done = Restored and verified { $file }: { $rows } rows in { $tables } tables.
    What was there before is in { $before }; to go back: npm run restore -- { $before }
    If the server is running, restart it so that it reads the restored secrets.
backup-restore-failed = Nothing was restored, the data is as it was: { $problem }. Remove the cause and run it again.
