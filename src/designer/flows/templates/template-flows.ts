import type { Flow } from '../../../flow/index.ts';
import contactFormToHubspotAndSlack from './with-accounts/contact-form-to-hubspot-and-slack.json';
import contactFormToPipedriveAndTelegram from './with-accounts/contact-form-to-pipedrive-and-telegram.json';
import customersToDatabase from './customers-to-database.json';
import deskTicketsToCrm from './desk-tickets-to-crm.json';
import filesToCrm from './files-to-crm.json';
import githubIssuesToSlack from './with-accounts/github-issues-to-slack.json';
import hubspotContactsToMailchimp from './with-accounts/hubspot-contacts-to-mailchimp.json';
import jiraIssuesToTelegram from './with-accounts/jira-issues-to-telegram.json';
import mailAttachmentsToBox from './with-accounts/mail-attachments-to-box.json';
import mailAttachmentsToDrive from './with-accounts/mail-attachments-to-drive.json';
import newCustomersToNewsletter from './new-customers-to-newsletter.json';
import ordersInOneMail from './orders-in-one-mail.json';
import paymentsToSheet from './with-accounts/payments-to-sheet.json';
import salesforceLeadsToMailchimp from './with-accounts/salesforce-leads-to-mailchimp.json';
import shopOrdersToCrm from './shop-orders-to-crm.json';
import shopOrdersToSheet from './with-accounts/shop-orders-to-sheet.json';
import signUpFormToCrm from './sign-up-form-to-crm.json';
import signUpWithAnswer from './sign-up-with-answer.json';
import squareInvoicesToXero from './with-accounts/square-invoices-to-xero.json';
import stripeInvoicesToXero from './with-accounts/stripe-invoices-to-xero.json';
import weeklyNewsletterOrLog from './weekly-newsletter-or-log.json';

// TypeScript reads JSON without its literal types; the test parses each file as a flow.
const asFlow = (json: object): Flow => json as Flow;

/** Every template by the name of its file. A chunk of its own: nobody who only looks at the list loads it. */
export const templateFlows = {
  'new-customers-to-newsletter': asFlow(newCustomersToNewsletter),
  'sign-up-form-to-crm': asFlow(signUpFormToCrm),
  'files-to-crm': asFlow(filesToCrm),
  'shop-orders-to-crm': asFlow(shopOrdersToCrm),
  'desk-tickets-to-crm': asFlow(deskTicketsToCrm),
  'customers-to-database': asFlow(customersToDatabase),
  'weekly-newsletter-or-log': asFlow(weeklyNewsletterOrLog),
  'sign-up-with-answer': asFlow(signUpWithAnswer),
  'orders-in-one-mail': asFlow(ordersInOneMail),
  'shop-orders-to-sheet': asFlow(shopOrdersToSheet),
  'payments-to-sheet': asFlow(paymentsToSheet),
  'contact-form-to-hubspot-and-slack': asFlow(contactFormToHubspotAndSlack),
  'contact-form-to-pipedrive-and-telegram': asFlow(contactFormToPipedriveAndTelegram),
  'hubspot-contacts-to-mailchimp': asFlow(hubspotContactsToMailchimp),
  'salesforce-leads-to-mailchimp': asFlow(salesforceLeadsToMailchimp),
  'github-issues-to-slack': asFlow(githubIssuesToSlack),
  'jira-issues-to-telegram': asFlow(jiraIssuesToTelegram),
  'stripe-invoices-to-xero': asFlow(stripeInvoicesToXero),
  'square-invoices-to-xero': asFlow(squareInvoicesToXero),
  'mail-attachments-to-drive': asFlow(mailAttachmentsToDrive),
  'mail-attachments-to-box': asFlow(mailAttachmentsToBox),
} as const;
